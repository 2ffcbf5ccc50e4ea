import { useSearchParams } from 'react-router';
import { ViewTabs } from '../../layout/components/view-tabs.js';
import { withFilter } from '../../layout/url-filters.js';
import { type Status, statusWords } from '../../rewards/grant-words.js';
import { useFulfilmentCounts } from '../api/fulfilment.js';
import { doneStatuses, waitingStatuses } from '../what-to-do.js';

/** The queue by status: first everything that waits, then each status on its own; the others filters stay. */
export function QueueViews({ status }: { status: string | undefined }) {
  const [search] = useSearchParams();
  const counts = useFulfilmentCounts().data;
  const view = (words: string, value: Status | null, count: number | null) => ({
    words,
    to: `?${withFilter(withFilter(search, 'status', value), 'reward', null)}`,
    current: (status ?? null) === value,
    count,
  });
  return (
    <ViewTabs
      label="Status"
      views={[
        view('Waiting', null, counts?.waiting ?? null),
        ...waitingStatuses.map(one => view(statusWords[one], one, counts?.byStatus[one] ?? null)),
        ...doneStatuses.map(one => view(statusWords[one], one, null)),
      ]}
    />
  );
}
