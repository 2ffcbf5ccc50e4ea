import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useReader } from '../../shared/features/wording/use-reader.js';
import { Empty } from '../features/layout/components/empty.js';
import { Failure } from '../features/layout/components/failure.js';
import { ListPanel, PageBody } from '../features/layout/components/list-panel.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { useUrlFilters } from '../features/layout/use-url-filters.js';
import { useSubmissions } from '../features/reviews/api/submissions.js';
import { ReviewBulkBar } from '../features/reviews/components/review-bulk-bar.js';
import { ReviewDrawer } from '../features/reviews/components/review-drawer.js';
import { filterNames, olderThan, ReviewFilters } from '../features/reviews/components/review-filters.js';
import { ReviewTable } from '../features/reviews/components/review-table.js';
import { ReviewViews } from '../features/reviews/components/review-views.js';
import { nameOf } from '../features/reviews/review-words.js';
import { useOpened } from '../features/reviews/use-opened.js';
import { useCan } from '../features/session/use-me.js';

const views = ['status'] as const;

/** `/admin/reviews`: what waits for a decision, the longest first, and what was decided (domain.md 2.2, 2.11). */
export function ReviewsPage() {
  const { status } = useUrlFilters(views).filters;
  const { filters, set, clear, any } = useUrlFilters(filterNames);
  const { waiting, ...rest } = filters;
  const { now } = useReader();
  const pages = useSubmissions({ ...rest, status, olderThan: olderThan(waiting, now) });
  const { item, open, keep, close, go, next } = useOpened(pages.items);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const canDecide = useCan('fulfil');
  const whose = pages.items?.find(one => one.ambassadorId === filters.ambassadorId);
  return (
    <>
      <PageHead title="Reviews" />
      <ReviewViews status={status} />
      <ReviewFilters
        filters={filters}
        onChange={set}
        onClear={clear}
        any={any}
        ambassador={whose ? nameOf(whose) : null}
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
          <ReviewTable
            pages={pages}
            onOpen={open}
            selection={canDecide ? { chosen, onChange: setChosen } : undefined}
            empty={<Nothing any={any || status !== undefined} />}
          />
        </ListPanel>
      )}
      <ReviewBulkBar
        chosen={pages.items?.filter(({ id }) => chosen.has(id)) ?? []}
        onClear={() => setChosen(new Set())}
      />
      <ReviewDrawer
        item={item}
        onClose={close}
        onGo={go}
        onDone={(done, { action }) => {
          // In the queue one goes on with the next; an undo shows what it has brought back.
          if (action !== 'undo' && status === undefined && next !== undefined) open(next);
          else if (item?.id === done.id) keep(done);
        }}
      />
    </>
  );
}

function Nothing({ any }: { any: boolean }) {
  if (any) {
    return (
      <Empty
        title="No submissions like that"
        action={
          <Button component={Link} variant="default" to="/admin/reviews">
            Show all that wait
          </Button>
        }
      >
        None of the submissions meets all the filters.
      </Empty>
    );
  }
  return (
    <Empty
      title="Nothing waits for you"
      action={
        <Button component={Link} variant="default" to="/admin/earning">
          Go to actions
        </Button>
      }
    >
      Posts of actions with a review come here the moment they are handed in, and so do sales that an
      ambassador made to their own address. Points are given when you approve.
    </Empty>
  );
}
