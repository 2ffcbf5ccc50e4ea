import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { revokeKey } from '../api/settings.js';

interface RevokeKeyProps {
  id: string;
  name: string;
  opened: boolean;
  onClose: () => void;
}

export function RevokeKey({ id, name, opened, onClose }: RevokeKeyProps) {
  const queries = useQueryClient();
  const notify = useNotify();
  const mutation = useMutation({
    mutationFn: () => revokeKey(id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
      notify({ words: `${name} is revoked` });
      onClose();
    },
  });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Revoke ${name}?`}
      action="Revoke key"
      onConfirm={() => mutation.mutate()}
      busy={mutation.isPending}
      error={mutation.error}
      failed="The key could not be revoked"
      danger
    >
      <p>What calls with it is refused at once, for good. Make sure that nothing uses it any more.</p>
    </Confirm>
  );
}
