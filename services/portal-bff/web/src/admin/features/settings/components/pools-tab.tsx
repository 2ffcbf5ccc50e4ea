import type { CodePoolItem } from '@cairn/contracts/http/code-pool';
import { Button } from '@mantine/core';
import { When } from '../../../../shared/features/wording/components/when.js';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useCodePools } from '../../api/catalog.js';
import { Empty } from '../../layout/components/empty.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { useCan } from '../../session/use-me.js';
import { AddCodes } from './add-codes.js';
import { CreatePool } from './create-pool.js';
import { SettingsList } from './settings-list.js';
import classes from './settings-table.module.css';

/** `/admin/settings/codes`: uploaded codes that rewards are drawn from (domain.md 4.3). */
export function PoolsTab() {
  const reader = useReader();
  const { data, error, refetch, isFetching } = useCodePools();
  const [asked, ask] = useUrlParam('new');
  const { editing, edit, close } = useEditing<Pick<CodePoolItem, 'id' | 'name'>>();
  const canWrite = useCan('write');
  const columns: Column<CodePoolItem>[] = [
    { head: 'Pool', bone: 130, cell: ({ name }) => <span className={classes.name}>{name}</span> },
    {
      head: 'Left',
      numeric: true,
      width: '110px',
      cell: ({ left, lowAt }) => (
        <span className={left <= lowAt ? classes.low : undefined}>{spokenPoints(left, reader.locale)}</span>
      ),
    },
    {
      head: 'Low at',
      numeric: true,
      width: '100px',
      cell: ({ lowAt }) => <span className={classes.quiet}>{spokenPoints(lowAt, reader.locale)}</span>,
    },
    {
      head: 'Status',
      width: '210px',
      cell: ({ left, lowAt, waiting }) => {
        if (waiting > 0) {
          return (
            <StatusBadge tone="bad">{`${waiting} ${waiting === 1 ? 'reward waits' : 'rewards wait'}`}</StatusBadge>
          );
        }
        if (left === 0) return <StatusBadge tone="warn">Empty</StatusBadge>;
        return left <= lowAt ? (
          <StatusBadge tone="warn">Low</StatusBadge>
        ) : (
          <StatusBadge tone="good">Filled</StatusBadge>
        );
      },
    },
    {
      head: 'Created',
      width: '130px',
      cell: ({ createdAt }) => (
        <span className={classes.quiet}>
          <When instant={createdAt} reader={reader} />
        </span>
      ),
    },
    ...(canWrite
      ? [
          {
            head: 'Actions',
            width: '120px',
            cell: (pool: CodePoolItem) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Add codes to ${pool.name}`}
                onClick={() => edit(pool)}
              >
                Add codes
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <SettingsList
        pages={{ error, items: data, isFetching, refetch: () => void refetch() }}
        what="The pools could not be read"
      >
        <ListTable
          label="Code pools"
          columns={columns}
          items={data}
          idOf={({ id }) => id}
          empty={
            <Empty
              title="Bring your own codes"
              action={canWrite && <Button onClick={() => ask('pool')}>Create the first pool</Button>}
            >
              A pool holds discount codes of your own making. A tier’s reward takes the next one; when a pool
              is empty, rewards wait and go out by themselves as soon as codes arrive.
            </Empty>
          }
        />
      </SettingsList>
      {canWrite && <CreatePool opened={asked === 'pool'} onClose={() => ask(null)} onCreated={edit} />}
      {editing && <AddCodes key={editing.turn} pool={editing.item} opened={editing.opened} onClose={close} />}
    </>
  );
}
