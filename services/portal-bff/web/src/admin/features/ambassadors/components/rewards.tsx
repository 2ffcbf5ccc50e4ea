import type { RewardItem } from '@cairn/contracts/http/reward-item';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { CopyIcon } from '../../layout/components/copy-icon.js';
import type { Column } from '../../layout/components/list-table.js';
import { GrantBadge } from '../../rewards/components/grant-badge.js';
import { TierMark } from '../../rewards/components/tier-mark.js';
import { typeWords } from '../../rewards/grant-words.js';
import { useRewards } from '../api/one-person.js';
import { PersonList } from './person-list.js';
import classes from './person-list.module.css';

/** A person's rewards, each with where it stands and the way to the queue. */
export function Rewards({ id: ambassadorId }: { id: string }) {
  const reader = useReader();
  const columns: Column<RewardItem>[] = [
    {
      head: 'Reward',
      cell: ({ id, title, type, status }) => (
        <div className={classes.stack}>
          <Link
            to={`/admin/fulfilment?ambassadorId=${ambassadorId}&status=${status}&reward=${id}`}
            className={classes.link}
          >
            {title}
          </Link>
          <span>{typeWords[type]}</span>
        </div>
      ),
    },
    {
      head: 'Tier',
      width: '18%',
      cell: ({ tier, cycle }) => (
        <TierMark id={tier.id} name={cycle > 1 ? `${tier.name}, round ${cycle}` : tier.name} />
      ),
    },
    { head: 'Status', width: '150px', cell: ({ status }) => <GrantBadge status={status} /> },
    {
      head: 'Code or order',
      width: '22%',
      cell: ({ code, orderName }) =>
        code ? (
          <>
            <span className={classes.id}>{code}</span> <CopyIcon value={code} what="the code" />
          </>
        ) : (
          (orderName ?? <span className={classes.quiet}>–</span>)
        ),
    },
    {
      head: 'Fulfilled',
      width: '120px',
      cell: ({ fulfilledAt }) => (
        <span className={classes.nowrap}>
          {fulfilledAt ? <When instant={fulfilledAt} reader={reader} /> : '–'}
        </span>
      ),
    },
    {
      head: 'What is wrong',
      width: '20%',
      cell: ({ problem }) =>
        problem ? <span className={classes.bad}>{problem}</span> : <span className={classes.quiet}>–</span>,
    },
  ];
  return (
    <PersonList
      label="Rewards"
      columns={columns}
      pages={useRewards(ambassadorId)}
      idOf={reward => reward.id}
      empty={{ title: 'No rewards yet', words: 'The first tier that they unlock puts its rewards here.' }}
    />
  );
}
