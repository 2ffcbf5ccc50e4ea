import type { ShopItem } from '@cairn/contracts/http/shop';
import { Alert, Button, Skeleton } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useShops } from '../../api/catalog.js';
import { Failure } from '../../layout/components/failure.js';
import { PageBody } from '../../layout/components/list-panel.js';
import { useNotify } from '../../layout/components/notices.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { useCan } from '../../session/use-me.js';
import { makePrimary } from '../api/shops.js';
import { outcomeWords, statusWords } from '../shop-words.js';
import { ConnectShop } from './connect-shop.js';
import { DisconnectShop } from './disconnect-shop.js';
import { PullOrders } from './pull-orders.js';
import classes from './shop-tab.module.css';

/** `/admin/settings/shop`: the shops that codes and orders are made in. */
export function ShopTab() {
  const { data: shops, error, refetch, isFetching } = useShops();
  const canWrite = useCan('write');
  return (
    <PageBody>
      <Outcome />
      {error && !shops ? (
        <Failure
          error={error}
          what="The shops could not be read"
          onRetry={() => refetch()}
          retrying={isFetching}
        />
      ) : (
        <ul className={classes.shops} aria-label="Shops">
          {shops?.map(shop => <ShopRow key={shop.id} shop={shop} canWrite={canWrite} />) ?? (
            <li>
              <Skeleton height={38} />
            </li>
          )}
        </ul>
      )}
      {shops?.length === 0 && (
        <p className={classes.none}>
          No shop is connected. Discount codes and free products are made in your Shopify shop by themselves;
          until then, give codes of a pool, products sent by hand or custom rewards.
        </p>
      )}
      {canWrite && <ConnectShop />}
    </PageBody>
  );
}

/** After the way to a shop and back. */
function Outcome() {
  const [outcome, setOutcome] = useUrlParam('outcome');
  const words = outcome === null ? null : outcomeWords(outcome);
  if (words === null) return null;
  return (
    <Alert
      className={classes.outcome}
      role="status"
      color={words.advice === null ? 'green' : 'red'}
      title={words.title}
      withCloseButton
      closeButtonLabel="Close"
      onClose={() => setOutcome(null)}
    >
      {words.advice ?? 'Discount codes and free products can be made in it from now on.'}
    </Alert>
  );
}

function ShopRow({ shop, canWrite }: { shop: ShopItem; canWrite: boolean }) {
  const { id, domain, status, primary, connectedAt, ordersPulledAt } = shop;
  const reader = useReader();
  const queries = useQueryClient();
  const notify = useNotify();
  const [leaving, setLeaving] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => makePrimary(id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['shops'] });
      notify({ words: `${domain} is the primary shop` });
    },
  });
  const isConnected = status === 'connected';
  const { words, tone } = statusWords[status];
  return (
    <li>
      <IconBuildingStore size={20} stroke={1.6} aria-hidden />
      <div className={classes.names}>
        <strong>{domain}</strong>
        <span>
          {isConnected ? 'Connected' : 'Was connected'} <When instant={connectedAt} reader={reader} />
          {primary ? '. Codes are made here unless a reward names another shop.' : '.'}
        </span>
        {isConnected && (
          <span>
            {ordersPulledAt === null ? (
              'Its orders come as they are paid.'
            ) : (
              <>
                Its orders come as they are paid; all were last looked for{' '}
                <When instant={ordersPulledAt} reader={reader} />.
              </>
            )}
          </span>
        )}
        {error && <Failure error={error} what="It could not be made the primary shop" />}
      </div>
      {primary && <StatusBadge tone="neutral">Primary</StatusBadge>}
      <StatusBadge tone={tone}>{words}</StatusBadge>
      {canWrite && isConnected && (
        <>
          <PullOrders id={id} ordersPulledAt={ordersPulledAt} />
          {!primary && (
            <Button variant="default" size="xs" loading={isPending} onClick={() => mutate()}>
              Make primary
            </Button>
          )}
          <Button variant="default" size="xs" onClick={() => setLeaving(true)}>
            Disconnect
          </Button>
          <DisconnectShop id={id} domain={domain} opened={leaving} onClose={() => setLeaving(false)} />
        </>
      )}
    </li>
  );
}
