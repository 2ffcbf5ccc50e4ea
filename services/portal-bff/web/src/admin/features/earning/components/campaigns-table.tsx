import type { CampaignItem } from '@cairn/contracts/http/campaign';
import type { ReactNode } from 'react';
import { When } from '../../../../shared/features/wording/components/when.js';
import { listed, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useBrandSettings, usePrograms } from '../../api/catalog.js';
import type { Pages } from '../../api/use-pages.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { campaignState } from '../campaign-state.js';
import classes from './earning-table.module.css';
import { NameCell } from './name-cell.js';

interface CampaignsTableProps {
  pages: Pages<CampaignItem>;
  /** Absent for those who may not change them. */
  onOpen?: (campaign: CampaignItem) => void;
  empty: ReactNode;
}

export function CampaignsTable({ pages, onOpen, empty }: CampaignsTableProps) {
  const reader = { ...useReader(), timeZone: useBrandSettings().data?.timezone };
  const programs = new Map(usePrograms().data?.map(({ id, name }) => [id, name]));
  const points = (of: number) =>
    of === 0 ? (
      <span className={classes.quiet}>–</span>
    ) : (
      <span className={classes.points}>{spokenPoints(of, reader.locale)}</span>
    );
  const columns: Column<CampaignItem>[] = [
    {
      head: 'Campaign',
      bone: 140,
      cell: campaign => (
        <NameCell
          name={campaign.name}
          onOpen={onOpen && !campaign.archived ? () => onOpen(campaign) : undefined}
        />
      ),
    },
    {
      head: 'Window',
      width: '200px',
      cell: ({ startsAt, endsAt }) => (
        <span className={classes.nowrap}>
          <When instant={startsAt} reader={reader} as="day" /> to{' '}
          <When instant={endsAt} reader={reader} as="day" />
        </span>
      ),
    },
    {
      head: 'Programs',
      width: '24%',
      cell: ({ programIds }) => listed(programIds.map(id => programs.get(id) ?? '…')),
    },
    { head: 'Joining', numeric: true, width: '90px', cell: ({ joinPoints }) => points(joinPoints) },
    {
      head: 'Completing',
      numeric: true,
      width: '104px',
      cell: ({ completionPoints }) => points(completionPoints),
    },
    {
      head: 'Status',
      width: '120px',
      cell: campaign => {
        const { words, tone } = campaignState(campaign, reader.now);
        return <StatusBadge tone={tone}>{words}</StatusBadge>;
      },
    },
  ];
  return (
    <ListTable
      label="Campaigns"
      columns={columns}
      items={pages.items}
      idOf={({ id }) => id}
      onOpen={onOpen && (campaign => !campaign.archived && onOpen(campaign))}
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
