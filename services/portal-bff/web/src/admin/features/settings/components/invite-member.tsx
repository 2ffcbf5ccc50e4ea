import { type CreateMember, type MemberRole, memberRole } from '@cairn/contracts/http/member';
import { Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { looksLikeEmail } from '../../../../shared/features/email/email.js';
import { codeOf } from '../../../../shared/features/http/api-problem.js';
import type { FieldErrors } from '../../api/field-errors.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import { inviteMember } from '../api/settings.js';
import { roleWords } from '../role-words.js';
import classes from './choices.module.css';

/** Lets somebody sign in to the admin; each role says what it may do. */
export function InviteMember({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const notify = useNotify();
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: { name: '', email: '', role: 'manager' as MemberRole },
    read: readMember,
    send: inviteMember,
    onDone: ({ name }) => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      notify({ words: `${name} can sign in now, with their e-mail` });
      onClose();
    },
  });
  const taken = codeOf(error) === 'duplicate_member' ? 'They are a member already.' : undefined;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Invite member"
      action="Invite member"
      onSubmit={submit}
      busy={busy}
      error={error}
      failed="The member could not be invited"
    >
      <TextInput
        label="Name"
        value={form.name}
        onChange={event => set({ name: event.currentTarget.value })}
        error={errors.name}
        data-autofocus
      />
      <TextInput
        label="E-mail"
        type="email"
        description="They sign in with a link that is mailed to it"
        value={form.email}
        onChange={event => set({ email: event.currentTarget.value })}
        error={errors.email ?? taken}
      />
      <Radio.Group label="Role" value={form.role} onChange={role => set({ role: role as MemberRole })}>
        <div className={classes.choices}>
          {memberRole.options.map(role => (
            <Radio key={role} value={role} label={roleWords[role].name} description={roleWords[role].may} />
          ))}
        </div>
      </Radio.Group>
    </FormDialog>
  );
}

function readMember(form: CreateMember): { input: CreateMember } | { errors: FieldErrors } {
  const [name, email] = [form.name.trim(), form.email.trim()];
  if (name && looksLikeEmail(email)) return { input: { name, email, role: form.role } };
  return {
    errors: {
      name: name ? undefined : 'Write their name.',
      email: looksLikeEmail(email) ? undefined : 'An e-mail address, such as ida@example.com.',
    },
  };
}
