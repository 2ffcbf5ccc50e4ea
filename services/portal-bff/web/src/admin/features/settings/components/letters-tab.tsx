import type { DeadLetterItem } from '@cairn/contracts/http/dead-letter';
import { Button, UnstyledButton } from '@mantine/core';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { Empty } from '../../layout/components/empty.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { useUrlFilters } from '../../layout/use-url-filters.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { useDeadLetters } from '../api/dead-letters.js';
import { reasonWords } from '../letter-text.js';
import { LetterDrawer } from './letter-drawer.js';
import { SettingsList } from './settings-list.js';
import classes from './settings-table.module.css';

const names = ['status'] as const;

const statuses = [
  { value: 'open', label: 'Open' },
  { value: 'replayed', label: 'Replayed' },
];

/** `/admin/settings/dead-letters`: messages that a service could not process, to be mended and sent again. */
export function LettersTab() {
  const reader = useReader();
  const { filters, set, clear, any } = useUrlFilters(names);
  const [opened, open] = useUrlParam('letter');
  const pages = useDeadLetters(filters);
  const columns: Column<DeadLetterItem>[] = [
    {
      head: 'Topic',
      width: '24%',
      bone: 150,
      cell: ({ id, topic, consumer }) => (
        <div className={classes.stack}>
          <UnstyledButton className={classes.name} onClick={() => open(id)}>
            {topic}
          </UnstyledButton>
          {consumer && <span>{consumer}</span>}
        </div>
      ),
    },
    { head: 'Reason', width: '18%', cell: ({ reason }) => reasonWords(reason) },
    { head: 'Error', cell: ({ error }) => <span className={classes.clamp}>{error}</span> },
    {
      head: 'Status',
      width: '120px',
      cell: ({ status }) =>
        status === 'open' ? (
          <StatusBadge tone="bad">Open</StatusBadge>
        ) : (
          <StatusBadge tone="good">Replayed</StatusBadge>
        ),
    },
    {
      head: 'Since',
      width: '120px',
      cell: ({ at }) => (
        <span className={classes.quiet}>
          <When instant={at} reader={reader} />
        </span>
      ),
    },
  ];
  return (
    <>
      <FilterBar any={any} onClear={clear}>
        <Filter
          label="Status"
          options={statuses}
          value={filters.status}
          onChange={value => set('status', value)}
        />
      </FilterBar>
      <SettingsList pages={pages} what="The dead letters could not be read">
        <ListTable
          label="Dead letters"
          columns={columns}
          items={pages.items}
          idOf={({ id }) => id}
          onOpen={({ id }) => open(id)}
          stale={pages.isPlaceholderData}
          empty={
            <Empty
              title={
                filters.status === 'replayed' ? 'None was sent again yet' : 'Every message was processed'
              }
              action={
                any && (
                  <Button variant="default" onClick={clear}>
                    Show open ones
                  </Button>
                )
              }
            >
              A message that no service can make sense of is put aside here with its reason, while everything
              else goes on. It can be mended and sent again.
            </Empty>
          }
          more={{
            has: pages.hasNextPage,
            loading: pages.isFetchingNextPage,
            onMore: () => pages.fetchNextPage(),
          }}
        />
      </SettingsList>
      <LetterDrawer id={opened} onClose={() => open(null)} />
    </>
  );
}
