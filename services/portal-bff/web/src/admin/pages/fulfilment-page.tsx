import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { csvPath, useQueue } from '../features/fulfilment/api/fulfilment.js';
import { BulkBar } from '../features/fulfilment/components/bulk-bar.js';
import { CodesAlert } from '../features/fulfilment/components/codes-alert.js';
import { QueueFilters } from '../features/fulfilment/components/queue-filters.js';
import { QueueTable } from '../features/fulfilment/components/queue-table.js';
import { QueueViews } from '../features/fulfilment/components/queue-views.js';
import { RewardDrawer } from '../features/fulfilment/components/reward-drawer.js';
import { useOpened } from '../features/fulfilment/use-opened.js';
import { Empty } from '../features/layout/components/empty.js';
import { Failure } from '../features/layout/components/failure.js';
import { ListPanel, PageBody } from '../features/layout/components/list-panel.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { useUrlFilters } from '../features/layout/use-url-filters.js';
import { useCan } from '../features/session/use-me.js';

const views = ['status'] as const;
const names = ['type', 'seriesId', 'ambassadorId'] as const;

/** `/admin/fulfilment`: rewards that wait for a person, and what became of the others (domain.md 4.4). */
export function FulfilmentPage() {
  const { status } = useUrlFilters(views).filters;
  const { filters, set, clear, any } = useUrlFilters(names);
  const shown = { ...filters, status };
  const pages = useQueue(shown);
  const { item, open, keep, close } = useOpened(pages.items);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const canFulfil = useCan('fulfil');
  return (
    <>
      <PageHead title="Fulfilment">
        <Button
          component="a"
          variant="default"
          href={csvPath(shown)}
          download
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          Export CSV
        </Button>
      </PageHead>
      <CodesAlert />
      <QueueViews status={status} />
      <QueueFilters
        filters={filters}
        onChange={set}
        onClear={clear}
        any={any}
        ambassador={
          pages.items?.find(one => one.ambassador.id === filters.ambassadorId)?.ambassador.name ?? null
        }
      />
      {pages.error && !pages.items ? (
        <PageBody>
          <Failure
            error={pages.error}
            what="The queue could not be read"
            onRetry={() => pages.refetch()}
            retrying={pages.isFetching}
          />
        </PageBody>
      ) : (
        <ListPanel>
          <QueueTable
            pages={pages}
            onOpen={open}
            selection={canFulfil ? { chosen, onChange: setChosen } : undefined}
            empty={<Nothing any={any || status !== undefined} />}
          />
        </ListPanel>
      )}
      <BulkBar
        chosen={pages.items?.filter(({ id }) => chosen.has(id)) ?? []}
        onClear={() => setChosen(new Set())}
      />
      <RewardDrawer item={item} onClose={close} onDone={keep} />
    </>
  );
}

function Nothing({ any }: { any: boolean }) {
  if (any) {
    return (
      <Empty
        title="No rewards like that"
        action={
          <Button component={Link} variant="default" to="/admin/fulfilment">
            Show all that wait
          </Button>
        }
      >
        None of the rewards meets all the filters.
      </Empty>
    );
  }
  return (
    <Empty
      title="Nothing waits for you"
      action={
        <Button component={Link} variant="default" to="/admin/series">
          Go to series
        </Button>
      }
    >
      Codes and Shopify products are given by themselves. What needs a person comes here the moment a tier
      unlocks: products sent by hand, custom rewards, and whatever the shop refused.
    </Empty>
  );
}
