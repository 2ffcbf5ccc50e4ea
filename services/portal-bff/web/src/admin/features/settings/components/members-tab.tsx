import type { MemberItem, MemberRole } from '@cairn/contracts/http/member';
import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { Empty } from '../../layout/components/empty.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { useNotify } from '../../layout/components/notices.js';
import { failureWords } from '../../layout/failure-words.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { meKey, useCan, useMe } from '../../session/use-me.js';
import { updateMember, useMembers } from '../api/settings.js';
import { roleChoices, roleWords } from '../role-words.js';
import { InviteMember } from './invite-member.js';
import { OwnersOnly } from './owners-only.js';
import { RemoveMember } from './remove-member.js';
import { SettingsList } from './settings-list.js';
import classes from './settings-table.module.css';

/** `/admin/settings/members`: who may sign in here, and as what; owners only (domain.md 6.1). */
export function MembersTab() {
  const { data: me } = useMe();
  const may = useCan('members');
  if (!me) return null;
  return may ? <Members ownEmail={me.email} /> : <OwnersOnly what="members" />;
}

function Members({ ownEmail }: { ownEmail: string | null }) {
  const reader = useReader();
  const pages = useMembers();
  const [asked, ask] = useUrlParam('new');
  const { editing: removing, edit: remove, close } = useEditing<MemberItem>();
  const changeRole = useRoleChange();
  const columns: Column<MemberItem>[] = [
    {
      head: 'Member',
      bone: 150,
      cell: ({ name, email }) => (
        <div className={classes.stack}>
          <span className={classes.name}>
            {name}
            {email === ownEmail && <span className={classes.you}>you</span>}
          </span>
          <span>{email}</span>
        </div>
      ),
    },
    {
      head: 'Role',
      width: '160px',
      cell: ({ id, name, role }) => (
        <Select
          aria-label={`Role of ${name}`}
          size="xs"
          data={roleChoices}
          value={role}
          allowDeselect={false}
          disabled={changeRole.isPending}
          onChange={next =>
            next && next !== role && changeRole.mutate({ id, name, role: next as MemberRole })
          }
        />
      ),
    },
    {
      head: 'May',
      width: '34%',
      cell: ({ role }) => <span className={classes.quiet}>{roleWords[role].may}</span>,
    },
    {
      head: 'Since',
      width: '120px',
      cell: ({ createdAt }) => (
        <span className={classes.quiet}>
          <When instant={createdAt} reader={reader} />
        </span>
      ),
    },
    {
      head: 'Actions',
      width: '96px',
      cell: member => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Remove ${member.name}`}
          onClick={() => remove(member)}
        >
          Remove
        </Button>
      ),
    },
  ];
  return (
    <>
      <SettingsList pages={pages} what="The members could not be read">
        <ListTable
          label="Members"
          columns={columns}
          items={pages.items}
          idOf={({ id }) => id}
          empty={
            <Empty title="Nobody yet" action={<Button onClick={() => ask('member')}>Invite member</Button>}>
              Members sign in with a link that is mailed to them; there are no passwords.
            </Empty>
          }
          more={{
            has: pages.hasNextPage,
            loading: pages.isFetchingNextPage,
            onMore: () => pages.fetchNextPage(),
          }}
        />
      </SettingsList>
      <InviteMember opened={asked === 'member'} onClose={() => ask(null)} />
      {removing && (
        <RemoveMember key={removing.turn} member={removing.item} opened={removing.opened} onClose={close} />
      )}
    </>
  );
}

function useRoleChange() {
  const queries = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: ({ id, role }: { id: string; name: string; role: MemberRole }) => updateMember(id, { role }),
    onSuccess: ({ name, role }) => notify({ words: `${name} is ${roleWords[role].name.toLowerCase()} now` }),
    onError: (error, { name }) => {
      const { title, words } = failureWords(error, `The role of ${name} stays as it was`);
      notify({ tone: 'bad', words: `${title}. ${words}` });
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      void queries.invalidateQueries({ queryKey: meKey });
    },
  });
}
