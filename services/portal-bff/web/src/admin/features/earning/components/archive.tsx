import { useMutation } from '@tanstack/react-query';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { archiveAction, archiveCampaign, useEarningChanged } from '../api/earning.js';

interface ArchiveProps {
  what: 'action' | 'campaign';
  id: string;
  name: string;
  opened: boolean;
  onClose: () => void;
}

/** Asks before an action or a campaign stops earning. */
export function Archive({ what, id, name, opened, onClose }: ArchiveProps) {
  const notify = useNotify();
  const changed = useEarningChanged(`${what}s`);
  const mutation = useMutation({
    mutationFn: async () => {
      await (what === 'action' ? archiveAction(id) : archiveCampaign(id));
    },
    onSuccess: () => {
      changed();
      notify({ words: `${name} archived` });
      onClose();
    },
  });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Archive ${name}?`}
      action={`Archive ${what}`}
      onConfirm={() => mutation.mutate()}
      busy={mutation.isPending}
      error={mutation.error}
      failed={`The ${what} could not be archived`}
      danger
    >
      <p>
        It gives no more points from now on, and the portal no longer shows it. Points that it gave stay. It
        cannot be brought back; create it again if you need it.
      </p>
    </Confirm>
  );
}
