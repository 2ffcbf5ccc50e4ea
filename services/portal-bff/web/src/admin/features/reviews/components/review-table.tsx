import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { trustWords } from '../../ambassadors/trust-words.js';
import type { Pages } from '../../api/use-pages.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { isLate, mediaWords, nameOf, reasonWords, titleOf } from '../review-words.js';
import { ReviewBadge } from './review-badge.js';
import classes from './review-table.module.css';

interface ReviewTableProps {
  pages: Pages<SubmissionItem>;
  onOpen: (item: SubmissionItem) => void;
  /** Absent for those who may not decide. */
  selection?: { chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void };
  empty: ReactNode;
}

export function ReviewTable({ pages, onOpen, selection, empty }: ReviewTableProps) {
  const reader = useReader();
  const columns: Column<SubmissionItem>[] = [
    {
      head: 'Submission',
      bone: 170,
      cell: item => (
        <div className={classes.what}>
          <UnstyledButton className={classes.title} onClick={() => onOpen(item)}>
            {titleOf(item)}
          </UnstyledButton>
          {item.media && <span>{mediaWords(item.media)}</span>}
          {item.sampled && <span>Sample of trusted work</span>}
          {item.attempt > 1 && <span>Handed in {item.attempt} times</span>}
        </div>
      ),
    },
    {
      head: 'Ambassador',
      width: '18%',
      cell: item => (
        <div className={classes.what}>
          <Link to={`/admin/ambassadors/${item.ambassadorId}`} className={classes.person}>
            {nameOf(item)}
          </Link>
          <span>{trustWords[item.trust]}</span>
        </div>
      ),
    },
    {
      head: 'What they say',
      width: '26%',
      cell: item => <span className={classes.words}>{saidIn(item)}</span>,
    },
    { head: 'Points', numeric: true, width: '84px', cell: ({ points }) => points },
    { head: 'Status', width: '150px', cell: ({ status }) => <ReviewBadge status={status} /> },
    {
      head: 'Since',
      width: '120px',
      bone: 72,
      cell: item => (
        <span className={classes.since} data-late={isLate(item, reader.now) || undefined}>
          <When instant={item.waitingSince ?? item.submittedAt} reader={reader} />
        </span>
      ),
    },
  ];
  return (
    <ListTable
      label="Reviews"
      columns={columns}
      items={pages.items}
      idOf={({ id }) => id}
      onOpen={onOpen}
      selection={selection && { ...selection, nameOf: item => `${titleOf(item)} by ${nameOf(item)}` }}
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

function saidIn({ reason, rejectionText, text, proofUrl, media }: SubmissionItem): string {
  if (reason !== null) return [reasonWords[reason], rejectionText].filter(Boolean).join(': ');
  if (media !== null) return text || '–';
  return text || (proofUrl?.replace(/^https?:\/\//, '') ?? '–');
}
