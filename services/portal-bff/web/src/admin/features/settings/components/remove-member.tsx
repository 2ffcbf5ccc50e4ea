import type { MemberItem } from '@cairn/contracts/http/member';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { removeMember } from '../api/settings.js';

interface RemoveMemberProps {
  member: MemberItem;
  opened: boolean;
  onClose: () => void;
}

export function RemoveMember({ member: { id, name }, opened, onClose }: RemoveMemberProps) {
  const queries = useQueryClient();
  const notify = useNotify();
  const mutation = useMutation({
    mutationFn: () => removeMember(id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      notify({ words: `${name} can no longer sign in` });
      onClose();
    },
  });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Remove ${name}?`}
      action="Remove member"
      onConfirm={() => mutation.mutate()}
      busy={mutation.isPending}
      error={mutation.error}
      failed={`${name} could not be removed`}
      danger
    >
      <p>They are signed out at once and cannot sign in again. What they did stays in the audit log.</p>
    </Confirm>
  );
}
