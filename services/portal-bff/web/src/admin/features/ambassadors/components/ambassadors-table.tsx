import type { AmbassadorItem } from '@cairn/contracts/http/ambassador';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { usePrograms } from '../../api/catalog.js';
import type { Pages } from '../../api/use-pages.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import classes from './ambassadors-table.module.css';

export function AmbassadorsTable({ pages, empty }: { pages: Pages<AmbassadorItem>; empty: ReactNode }) {
  const reader = useReader();
  const programs = new Map(usePrograms().data?.map(({ id, name }) => [id, name]));
  const columns: Column<AmbassadorItem>[] = [
    {
      head: 'Name',
      width: '24%',
      bone: 130,
      cell: ({ id, name }) => (
        <Link to={`/admin/ambassadors/${id}`} className={classes.name}>
          {name}
        </Link>
      ),
    },
    { head: 'E-mail', bone: 180, cell: ({ email }) => <span className={classes.quiet}>{email}</span> },
    {
      head: 'Program',
      width: '20%',
      cell: ({ programId }) =>
        programId === null ? <span className={classes.quiet}>Left</span> : (programs.get(programId) ?? '…'),
    },
    { head: 'Code', width: '14%', cell: ({ code }) => <code className={classes.code}>{code}</code> },
    {
      head: 'Joined',
      width: '130px',
      bone: 72,
      cell: ({ joinedAt }) => (
        <span className={classes.quiet}>
          <When instant={joinedAt} reader={reader} />
        </span>
      ),
    },
  ];
  return (
    <ListTable
      label="Ambassadors"
      columns={columns}
      items={pages.items}
      idOf={({ id }) => id}
      pathOf={({ id }) => `/admin/ambassadors/${id}`}
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
