import { useSearchParams } from 'react-router';
import { ViewTabs } from '../../layout/components/view-tabs.js';
import { withFilter } from '../../layout/url-filters.js';
import { useSubmissionCounts } from '../api/submissions.js';
import { statusWords } from '../review-words.js';

const decided = ['approved', 'rejected', 'disclosure_missing'] as const;

/** First what waits for the brand, then what was decided; the other filters stay. */
export function ReviewViews({ status }: { status: string | undefined }) {
  const [search] = useSearchParams();
  const waiting = useSubmissionCounts().data?.waiting ?? null;
  const view = (words: string, value: string | null, count: number | null) => ({
    words,
    to: `?${withFilter(withFilter(search, 'status', value), 'submission', null)}`,
    current: (status ?? null) === value,
    count,
  });
  return (
    <ViewTabs
      label="Status"
      views={[view('Waiting', null, waiting), ...decided.map(one => view(statusWords[one], one, null))]}
    />
  );
}
