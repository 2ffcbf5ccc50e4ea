import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import type { Pages } from '../../api/use-pages.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { GrantBadge } from '../../rewards/components/grant-badge.js';
import { RewardTypeIcon } from '../../rewards/components/reward-type-icon.js';
import { TierMark } from '../../rewards/components/tier-mark.js';
import { whyItWaits } from '../what-to-do.js';
import classes from './queue-table.module.css';

interface QueueTableProps {
  pages: Pages<FulfilmentItem>;
  onOpen: (item: FulfilmentItem) => void;
  /** Absent for those who may not fulfil. */
  selection?: { chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void };
  empty: ReactNode;
}

export function QueueTable({ pages, onOpen, selection, empty }: QueueTableProps) {
  const reader = useReader();
  const columns: Column<FulfilmentItem>[] = [
    {
      head: 'Reward',
      bone: 170,
      cell: item => (
        <div className={classes.reward}>
          <RewardTypeIcon type={item.type} />
          <UnstyledButton className={classes.title} onClick={() => onOpen(item)}>
            {item.title}
          </UnstyledButton>
        </div>
      ),
    },
    {
      head: 'Ambassador',
      width: '16%',
      cell: ({ ambassador: { id, name } }) => (
        <Link to={`/admin/ambassadors/${id}`} className={classes.person}>
          {name}
        </Link>
      ),
    },
    {
      head: 'Series / Tier',
      width: '20%',
      cell: ({ series, tier, cycle }) => (
        <div className={classes.where}>
          <TierMark id={tier.id} name={cycle > 1 ? `${tier.name}, round ${cycle}` : tier.name} />
          <span>{series.name}</span>
        </div>
      ),
    },
    { head: 'Status', width: '140px', cell: ({ status }) => <GrantBadge status={status} /> },
    {
      head: 'Waiting since',
      width: '116px',
      bone: 72,
      cell: ({ createdAt }) => (
        <span className={classes.since}>
          <When instant={createdAt} reader={reader} />
        </span>
      ),
    },
    {
      head: 'What is wrong',
      width: '22%',
      cell: item => (
        <span className={classes.wrong} data-bad={item.status === 'needs_attention' || undefined}>
          {whyItWaits(item) ?? '–'}
        </span>
      ),
    },
  ];
  return (
    <ListTable
      label="Fulfilment"
      columns={columns}
      items={pages.items}
      idOf={({ id }) => id}
      onOpen={onOpen}
      selection={
        selection && {
          ...selection,
          nameOf: ({ title, ambassador }) => `${title} for ${ambassador.name}`,
        }
      }
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
