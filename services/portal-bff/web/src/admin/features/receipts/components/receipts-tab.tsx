import type { BrandReceiptItem } from '@cairn/contracts/http/replay';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useBrandSettings, usePrograms } from '../../api/catalog.js';
import { instantAt } from '../../brand-time/brand-time.js';
import { Empty } from '../../layout/components/empty.js';
import { Failure } from '../../layout/components/failure.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import { ListPanel, PageBody } from '../../layout/components/list-panel.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlFilters } from '../../layout/use-url-filters.js';
import { useCan } from '../../session/use-me.js';
import { useBrandReceipts } from '../api/receipts.js';
import { reasonOptions, replayable } from '../reason-names.js';
import classes from './receipts-tab.module.css';
import { ReplayDialog, type ReplayOf } from './replay-dialog.js';

const names = ['reason', 'programId', 'from', 'to'] as const;

/** `/admin/earning/receipts`: what came in and gave nothing, by why; what no series was live for can be replayed. */
export function ReceiptsTab() {
  const { filters, set, clear, any } = useUrlFilters(names);
  const timeZone = useBrandSettings().data?.timezone ?? 'UTC';
  const programs = usePrograms().data ?? [];
  const reason = filters.reason ?? replayable;
  const span = {
    programId: filters.programId,
    from: startOf(filters.from, timeZone),
    to: startOf(filters.to, timeZone),
  };
  const pages = useBrandReceipts({ reason, ...span });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { editing, edit, close } = useEditing<ReplayOf>();
  const canReplay = useCan('write') && reason === replayable;
  const picked =
    pages.items?.filter(({ eventId }) => chosen.has(eventId)).map(({ eventId }) => eventId) ?? [];
  return (
    <>
      <FilterBar any={any} onClear={clear}>
        <Filter
          label="Reason"
          searchable
          options={reasonOptions}
          value={reason}
          onChange={value => set('reason', value)}
        />
        <Filter
          label="Program"
          searchable
          options={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={filters.programId}
          onChange={value => set('programId', value)}
        />
        <Day label="Happened from" value={filters.from} onChange={value => set('from', value)} />
        <Day label="Happened before" value={filters.to} onChange={value => set('to', value)} />
        {canReplay && (pages.items?.length ?? 0) > 0 && (
          <div className={classes.deeds}>
            <Button
              variant="default"
              disabled={picked.length === 0}
              onClick={() => edit({ eventIds: picked })}
            >
              {picked.length === 0 ? 'Replay chosen' : `Replay ${picked.length} chosen`}
            </Button>
            <Button variant="default" onClick={() => edit({ filter: { reason: replayable, ...span } })}>
              Replay all of these
            </Button>
          </div>
        )}
      </FilterBar>
      {pages.error && !pages.items ? (
        <PageBody>
          <Failure
            error={pages.error}
            what="The receipts could not be read"
            onRetry={() => pages.refetch()}
            retrying={pages.isFetching}
          />
        </PageBody>
      ) : (
        <ListPanel>
          <Receipts
            pages={pages}
            selection={
              canReplay
                ? { chosen, onChange: setChosen, nameOf: ({ title, eventId }) => `${title}, ${eventId}` }
                : undefined
            }
          />
        </ListPanel>
      )}
      {editing && (
        <ReplayDialog
          key={editing.turn}
          opened={editing.opened}
          of={editing.item}
          onClose={close}
          onDone={() => setChosen(new Set())}
        />
      )}
    </>
  );
}

interface ReceiptsProps {
  pages: ReturnType<typeof useBrandReceipts>;
  selection: React.ComponentProps<typeof ListTable<BrandReceiptItem>>['selection'];
}

function Receipts({ pages, selection }: ReceiptsProps) {
  const reader = useReader();
  const columns: Column<BrandReceiptItem>[] = [
    {
      head: 'What happened',
      width: '28%',
      cell: ({ title, eventId }) => (
        <div className={classes.stack}>
          <span>{title}</span>
          <span title={eventId}>{eventId}</span>
        </div>
      ),
    },
    {
      head: 'Ambassador',
      width: '18%',
      cell: ({ ambassador }) =>
        ambassador ? (
          <Link to={`/admin/ambassadors/${ambassador.id}?show=receipts`}>{ambassador.name}</Link>
        ) : (
          <span className={classes.quiet}>Not known</span>
        ),
    },
    { head: 'Why, as they are told', cell: ({ explanation }) => explanation },
    {
      head: 'Happened',
      width: '112px',
      cell: ({ occurredAt }) => <When instant={occurredAt} reader={reader} />,
    },
  ];
  return (
    <ListTable
      label="Receipts"
      columns={columns}
      items={pages.items}
      idOf={receipt => receipt.eventId}
      selection={selection}
      stale={pages.isPlaceholderData}
      empty={
        <Empty title="Nothing that gave no points for this reason">
          Every event gets a receipt. Those that gave nothing are listed here by why; each ambassador’s page
          shows all of theirs.
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

interface DayProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | null) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      title={label}
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value || null)}
    />
  );
}

/** The instant at which a day of the brand begins. */
function startOf(day: string | undefined, timeZone: string): string | undefined {
  return day === undefined ? undefined : (instantAt(`${day}T00:00`, timeZone) ?? undefined);
}
