import type { ReactNode } from 'react';
import type { Pages } from '../../api/use-pages.js';
import { Failure } from '../../layout/components/failure.js';
import { ListPanel, PageBody } from '../../layout/components/list-panel.js';
import classes from './settings-table.module.css';

interface SettingsListProps<Item> {
  pages: Pick<Pages<Item>, 'error' | 'items' | 'isFetching'> & { refetch: () => void };
  what: string;
  /** What the list is for, over it. */
  lead?: ReactNode;
  children: ReactNode;
}

/** Where a list of the settings stands, or why it could not be read. */
export function SettingsList<Item>({ pages, what, lead, children }: SettingsListProps<Item>) {
  if (pages.error && !pages.items) {
    return (
      <PageBody>
        <Failure
          error={pages.error}
          what={what}
          onRetry={() => pages.refetch()}
          retrying={pages.isFetching}
        />
      </PageBody>
    );
  }
  return (
    <>
      {lead && <p className={classes.lead}>{lead}</p>}
      <ListPanel>{children}</ListPanel>
    </>
  );
}
