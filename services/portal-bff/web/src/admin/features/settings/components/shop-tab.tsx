import { Skeleton } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useShops } from '../../api/catalog.js';
import { Empty } from '../../layout/components/empty.js';
import { Failure } from '../../layout/components/failure.js';
import { PageBody } from '../../layout/components/list-panel.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import classes from './shop-tab.module.css';

/** `/admin/settings/shop`: the shop that makes codes and orders. */
export function ShopTab() {
  const reader = useReader();
  const { data: shops, error, refetch, isFetching } = useShops();
  if (shops?.length === 0) {
    return (
      <Empty title="No shop is connected">
        Discount codes and free products are made in your Shopify shop by themselves. Until one is connected,
        give codes of a pool, products sent by hand or custom rewards.
      </Empty>
    );
  }
  return (
    <PageBody>
      {error && !shops ? (
        <Failure
          error={error}
          what="The shop could not be read"
          onRetry={() => refetch()}
          retrying={isFetching}
        />
      ) : (
        <ul className={classes.shops} aria-label="Connected shops">
          {shops?.map(({ id, domain, connectedAt }) => (
            <li key={id}>
              <IconBuildingStore size={20} stroke={1.6} aria-hidden />
              <div className={classes.names}>
                <strong>{domain}</strong>
                <span>
                  Connected <When instant={connectedAt} reader={reader} />. It makes discount codes and orders
                  free products.
                </span>
              </div>
              <StatusBadge tone="good">Connected</StatusBadge>
            </li>
          )) ?? (
            <li>
              <Skeleton height={38} />
            </li>
          )}
        </ul>
      )}
    </PageBody>
  );
}
