import type { SeriesItem } from '@cairn/contracts/http/series';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import type { Pages } from '../../api/use-pages.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { fulfilmentPath } from '../fulfilment-path.js';
import { SeriesStatusBadge } from './series-status-badge.js';
import classes from './series-table.module.css';
import { TierStones } from './tier-stones.js';

/** The seven columns of ui.md. */
export function SeriesTable({ pages, empty }: { pages: Pages<SeriesItem>; empty: ReactNode }) {
  const reader = useReader();
  const columns: Column<SeriesItem>[] = [
    {
      head: 'Milestone series',
      bone: 160,
      cell: ({ id, name, category, hasDraft }) => (
        <div className={classes.name}>
          <Link to={`/admin/series/${id}`}>{name}</Link>
          <span>{hasDraft ? `${category} · changes not published` : category}</span>
        </div>
      ),
    },
    { head: 'Status', width: '110px', bone: 56, cell: ({ status }) => <SeriesStatusBadge status={status} /> },
    {
      head: 'Programs',
      width: '20%',
      cell: ({ programs }) => <ProgramNames names={programs.map(program => program.name)} />,
    },
    {
      head: 'Tiers',
      width: '180px',
      cell: ({ tiers }) => <TierStones tiers={tiers} locale={reader.locale} />,
    },
    {
      head: 'Participants',
      numeric: true,
      width: '110px',
      cell: ({ participants }) => spokenPoints(participants, reader.locale),
    },
    {
      head: 'Needs fulfilment',
      numeric: true,
      width: '130px',
      cell: ({ id, needsFulfilment }) =>
        needsFulfilment > 0 ? (
          <Link
            to={fulfilmentPath(id)}
            className={classes.waiting}
            aria-label={`${needsFulfilment} need fulfilment`}
          >
            {spokenPoints(needsFulfilment, reader.locale)}
          </Link>
        ) : (
          <span className={classes.none}>0</span>
        ),
    },
    {
      head: 'Updated',
      width: '130px',
      bone: 72,
      cell: ({ updatedAt }) => (
        <span className={classes.updated}>
          <When instant={updatedAt} reader={reader} />
        </span>
      ),
    },
  ];
  return (
    <ListTable
      label="Milestone series"
      columns={columns}
      items={pages.items}
      idOf={series => series.id}
      pathOf={series => `/admin/series/${series.id}`}
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

function ProgramNames({ names }: { names: readonly string[] }) {
  const [first, ...others] = names;
  if (first === undefined) return <span className={classes.none}>None</span>;
  return (
    <span title={names.join(', ')}>
      {first}
      {others.length > 0 && <span className={classes.none}> +{others.length}</span>}
    </span>
  );
}
