import type { LedgerItem } from '@cairn/contracts/http/ledger';
import { When } from '../../../../shared/features/wording/components/when.js';
import { signedPoints, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useBrandSettings } from '../../api/catalog.js';
import { useSeriesNames } from '../../api/series-choices.js';
import type { Column } from '../../layout/components/list-table.js';
import { useLedger } from '../api/one-person.js';
import { kindWords, whyPosted } from '../ledger-words.js';
import { PersonList } from './person-list.js';
import classes from './person-list.module.css';

/** Every row of a person's ledger, newest first, each with the rule that was frozen on it (domain.md 2.14, 2.15). */
export function Ledger({ id }: { id: string }) {
  const reader = useReader();
  const currency = useBrandSettings().data?.currency ?? '';
  const series = useSeriesNames();
  const count = (points: number) => spokenPoints(points, reader.locale);
  const columns: Column<LedgerItem>[] = [
    { head: '#', width: '64px', cell: ({ seq }) => <span className={classes.quiet}>{seq}</span> },
    {
      head: 'Kind',
      width: '18%',
      cell: ({ kind, seriesId }) => (
        <div className={classes.stack}>
          <span>{kindWords[kind]}</span>
          <span>{seriesId === null ? 'counts in no series' : (series.get(seriesId) ?? '')}</span>
        </div>
      ),
    },
    {
      head: 'Points',
      numeric: true,
      width: '84px',
      cell: ({ availableDelta }) => <Delta points={availableDelta} locale={reader.locale} />,
    },
    {
      head: 'Pending',
      numeric: true,
      width: '84px',
      cell: ({ pendingDelta }) => <Delta points={pendingDelta} locale={reader.locale} pending />,
    },
    { head: 'Why', cell: row => <div className={classes.why}>{whyPosted(row, currency, count)}</div> },
    {
      head: 'Event',
      width: '17%',
      cell: ({ eventId }) => (
        <span className={classes.id} title={eventId}>
          {eventId}
        </span>
      ),
    },
    {
      head: 'Happened',
      width: '112px',
      cell: ({ occurredAt }) => (
        <span className={classes.nowrap}>
          <When instant={occurredAt} reader={reader} />
        </span>
      ),
    },
    {
      head: 'Posted',
      width: '112px',
      cell: ({ postedAt }) => (
        <span className={classes.nowrap}>
          <When instant={postedAt} reader={reader} />
        </span>
      ),
    },
  ];
  return (
    <PersonList
      label="Ledger"
      columns={columns}
      pages={useLedger(id)}
      idOf={row => row.id}
      empty={{
        title: 'No points yet',
        words:
          'Every point that comes or goes is a row here, with the rule that gave it. What gave nothing is among the receipts.',
        action: { words: 'See the receipts', to: '?show=receipts' },
      }}
    />
  );
}

/** What leaves the hold is no loss: only points that were available and go are red. */
function Delta({ points, locale, pending = false }: { points: number; locale: string; pending?: boolean }) {
  const less = points < 0 && !pending;
  return (
    <span className={classes.delta} data-less={less || undefined} data-none={points === 0 || undefined}>
      {signedPoints(points, locale)}
    </span>
  );
}
