import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Pages } from '../../api/use-pages.js';
import { Empty } from '../../layout/components/empty.js';
import { Failure } from '../../layout/components/failure.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import classes from './person-list.module.css';

interface PersonListProps<Item> {
  label: string;
  columns: readonly Column<Item>[];
  pages: Pages<Item>;
  idOf: (item: Item) => string;
  /** What would stand here, and how it comes. */
  empty: { title: string; words: string; action?: { words: string; to: string } };
}

/** One of a person's lists: by cursor, with its skeleton, its failure and what it says while it is empty. */
export function PersonList<Item>({ label, columns, pages, idOf, empty }: PersonListProps<Item>) {
  if (pages.error && !pages.items) {
    return (
      <div className={classes.failed}>
        <Failure
          error={pages.error}
          what={`Their ${label.toLowerCase()} could not be read`}
          onRetry={() => pages.refetch()}
          retrying={pages.isFetching}
        />
      </div>
    );
  }
  const { title, words, action } = empty;
  return (
    <ListTable
      label={label}
      columns={columns}
      items={pages.items}
      idOf={idOf}
      empty={
        <Empty
          title={title}
          action={
            action && (
              <Button component={Link} to={action.to} variant="default">
                {action.words}
              </Button>
            )
          }
        >
          {words}
        </Empty>
      }
      more={{
        has: pages.hasNextPage,
        loading: pages.isFetchingNextPage,
        onMore: () => pages.fetchNextPage(),
      }}
    />
  );
}
