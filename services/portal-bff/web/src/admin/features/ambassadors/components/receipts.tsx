import type { ReceiptItem } from '@cairn/contracts/http/ledger';
import { When } from '../../../../shared/features/wording/components/when.js';
import { signedPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import type { Column } from '../../layout/components/list-table.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { useReceipts } from '../api/one-person.js';
import { receiptTones, receiptWords } from '../receipt-words.js';
import { PersonList } from './person-list.js';
import classes from './person-list.module.css';

/** What became of every event of a person, in the words that they read too (domain.md 2.18). */
export function Receipts({ id }: { id: string }) {
  const reader = useReader();
  const columns: Column<ReceiptItem>[] = [
    {
      head: 'What happened',
      width: '26%',
      cell: ({ title, eventId }) => (
        <div className={classes.stack}>
          <span>{title}</span>
          <span className={classes.id} title={eventId}>
            {eventId}
          </span>
        </div>
      ),
    },
    {
      head: 'Status',
      width: '124px',
      cell: ({ status }) => <StatusBadge tone={receiptTones[status]}>{receiptWords[status]}</StatusBadge>,
    },
    {
      head: 'Points',
      numeric: true,
      width: '84px',
      cell: ({ points }) => (
        <span
          className={classes.delta}
          data-none={!points || undefined}
          data-less={(points ?? 0) < 0 || undefined}
        >
          {points === undefined ? '–' : signedPoints(points, reader.locale)}
        </span>
      ),
    },
    {
      head: 'Why, as they are told',
      cell: ({ explanation, reason, foundBy }) =>
        explanation || foundBy ? (
          <div className={`${classes.stack} ${classes.why}`}>
            <span>{explanation ?? 'It counted.'}</span>
            {reason && <span>{reason}</span>}
            {foundBy && <span>{foundBy}</span>}
          </div>
        ) : (
          <span className={classes.quiet}>It counted.</span>
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
      head: 'Judged',
      width: '112px',
      cell: ({ at }) => (
        <span className={classes.nowrap}>
          <When instant={at} reader={reader} />
        </span>
      ),
    },
  ];
  return (
    <PersonList
      label="Receipts"
      columns={columns}
      pages={useReceipts(id)}
      idOf={receipt => receipt.eventId}
      empty={{
        title: 'Nothing has come in yet',
        words: 'Every event of theirs gets a receipt here: what it gave, or why it gave nothing.',
        action: { words: 'See what earns', to: '/admin/earning' },
      }}
    />
  );
}
