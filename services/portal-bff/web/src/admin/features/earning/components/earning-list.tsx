import type { ReactNode } from 'react';
import type { Pages } from '../../api/use-pages.js';
import { Failure } from '../../layout/components/failure.js';
import { ListPanel, PageBody } from '../../layout/components/list-panel.js';

/** Where a list stands, or why it could not be read. */
export function EarningList<Item>({
  pages,
  what,
  children,
}: {
  pages: Pages<Item>;
  what: string;
  children: ReactNode;
}) {
  if (!pages.error || pages.items) return <ListPanel>{children}</ListPanel>;
  return (
    <PageBody>
      <Failure error={pages.error} what={what} onRetry={() => pages.refetch()} retrying={pages.isFetching} />
    </PageBody>
  );
}
