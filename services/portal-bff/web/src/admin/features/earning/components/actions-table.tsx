import type { ActionItem } from '@cairn/contracts/http/action';
import type { ReactNode } from 'react';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { usePrograms } from '../../api/catalog.js';
import type { Pages } from '../../api/use-pages.js';
import { limitWords } from '../../earning-words/limit-words.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { categoryWords, reviewWords } from '../words.js';
import classes from './earning-table.module.css';
import { NameCell } from './name-cell.js';

interface ActionsTableProps {
  pages: Pages<ActionItem>;
  /** Absent for those who may not change them. */
  onOpen?: (action: ActionItem) => void;
  empty: ReactNode;
}

export function ActionsTable({ pages, onOpen, empty }: ActionsTableProps) {
  const { locale } = useReader();
  const programs = new Map(usePrograms().data?.map(({ id, name }) => [id, name]));
  const columns: Column<ActionItem>[] = [
    {
      head: 'Action',
      bone: 140,
      cell: action => (
        <NameCell
          name={action.name}
          under={categoryWords[action.category]}
          onOpen={onOpen && !action.archived ? () => onOpen(action) : undefined}
        />
      ),
    },
    { head: 'Program', width: '20%', cell: ({ programId }) => programs.get(programId) ?? '…' },
    {
      head: 'Points',
      numeric: true,
      width: '90px',
      cell: ({ points }) => <span className={classes.points}>{spokenPoints(points, locale)}</span>,
    },
    {
      head: 'Limit',
      width: '130px',
      cell: ({ limit }) => <span className={limit ? undefined : classes.quiet}>{limitWords(limit)}</span>,
    },
    {
      head: 'Review',
      width: '120px',
      cell: ({ review }) => (
        <span className={review === 'none' ? classes.quiet : undefined}>{reviewWords[review].short}</span>
      ),
    },
    {
      head: 'Disclosure',
      width: '130px',
      cell: ({ disclosureRequired }) =>
        disclosureRequired ? 'Required' : <span className={classes.quiet}>Not required</span>,
    },
    {
      head: 'Status',
      width: '110px',
      cell: ({ archived }) =>
        archived ? (
          <StatusBadge tone="waiting">Archived</StatusBadge>
        ) : (
          <StatusBadge tone="good">Earning</StatusBadge>
        ),
    },
  ];
  return (
    <ListTable
      label="Actions"
      columns={columns}
      items={pages.items}
      idOf={({ id }) => id}
      onOpen={onOpen && (action => !action.archived && onOpen(action))}
      stale={pages.isPlaceholderData}
      empty={empty}
      more={{
        has: pages.hasNextPage,
        loading: pages.isFetchingNextPage,
        onMore: () => pages.fetchNextPage(),
      }}
    />
  );
}
