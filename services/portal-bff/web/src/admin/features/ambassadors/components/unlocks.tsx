import type { UnlockItem } from '@cairn/contracts/http/progress';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import type { Column } from '../../layout/components/list-table.js';
import { TierMark } from '../../rewards/components/tier-mark.js';
import { useUnlocks } from '../api/one-person.js';
import { PersonList } from './person-list.js';
import classes from './person-list.module.css';

/** Every tier that a person has unlocked, in every series and cycle. */
export function Unlocks({ id }: { id: string }) {
  const reader = useReader();
  const columns: Column<UnlockItem>[] = [
    { head: 'Tier', width: '30%', cell: ({ tier }) => <TierMark {...tier} /> },
    {
      head: 'Series',
      cell: ({ series }) => (
        <Link to={`/admin/series/${series.id}`} className={classes.link}>
          {series.name}
        </Link>
      ),
    },
    { head: 'Round', numeric: true, width: '90px', cell: ({ cycle }) => cycle },
    {
      head: 'Unlocked',
      width: '150px',
      cell: ({ unlockedAt }) => (
        <span className={classes.nowrap}>
          <When instant={unlockedAt} reader={reader} />
        </span>
      ),
    },
  ];
  return (
    <PersonList
      label="Unlocks"
      columns={columns}
      pages={useUnlocks(id)}
      idOf={({ series, cycle, tier }) => `${series.id} ${cycle} ${tier.id}`}
      empty={{
        title: 'No tier yet',
        words: 'A tier unlocks the moment their points reach it, and stays unlocked.',
      }}
    />
  );
}
