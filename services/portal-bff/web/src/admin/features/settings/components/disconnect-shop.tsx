import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { disconnectShop } from '../api/shops.js';

interface DisconnectShopProps {
  id: string;
  domain: string;
  opened: boolean;
  onClose: () => void;
}

export function DisconnectShop({ id, domain, opened, onClose }: DisconnectShopProps) {
  const queries = useQueryClient();
  const notify = useNotify();
  const mutation = useMutation({
    mutationFn: () => disconnectShop(id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['shops'] });
      notify({ words: `${domain} is disconnected` });
      onClose();
    },
  });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Disconnect ${domain}?`}
      action="Disconnect"
      onConfirm={() => mutation.mutate()}
      busy={mutation.isPending}
      error={mutation.error}
      failed="The shop could not be disconnected"
      danger
    >
      <p>
        The app is taken out of the shop. What was given stays; rewards that wait for this shop go to your
        fulfilment queue.
      </p>
    </Confirm>
  );
}
