import type { HomeState } from '@cairn/contracts/http/home';
import { Cairn, type CairnStone } from '../../../../shared/features/cairn/components/cairn.js';
import classes from './waiting-hero.module.css';

const outlines: CairnStone[] = ['one', 'two', 'three'].map(id => ({
  id,
  name: '',
  medal: { preset: 'silver' },
  state: 'later',
}));

/** The hero where there is nothing to climb yet: no program, or a program without a series. */
export function WaitingHero({ home }: { home: HomeState }) {
  const brand = home.brand.name;
  return (
    <div className={classes.hero}>
      <div className={classes.picture}>
        <Cairn stones={outlines} />
      </div>
      {home.program ? (
        <>
          <h2 className={classes.title}>Your stones will pile up here</h2>
          <p className={classes.words}>
            {home.program.name} has no milestones just now. As soon as {brand} opens them, each sale through
            your link brings points, and each milestone sets a stone and gives you a reward. Until then sales
            bring no points.
          </p>
        </>
      ) : (
        <>
          <h2 className={classes.title}>You are not in a program just now</h2>
          <p className={classes.words}>
            When {brand} adds you to one, your milestones show here. What you have earned before is kept. If
            you did not expect this, write to {brand}.
          </p>
        </>
      )}
    </div>
  );
}
