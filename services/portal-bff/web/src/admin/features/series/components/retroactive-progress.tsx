import type { SeriesView } from '@cairn/contracts/http/series';
import { countedWords } from '../retroactive-words.js';
import classes from './retroactive-progress.module.css';

interface RetroactiveProgressProps {
  retroactive: NonNullable<SeriesView['retroactive']>;
  paused: boolean;
  locale: string;
}

/** How far the unlocks of a retroactive publish have come (domain.md 3.8); gone when they are through. */
export function RetroactiveProgress({ retroactive, paused, locale }: RetroactiveProgressProps) {
  if (retroactive.finishedAt !== null) return null;
  const { total, done } = retroactive;
  const words = countedWords(retroactive, paused, locale);
  return (
    <section className={classes.running} aria-label="Unlocks of the last publish">
      <p role="status">{words}</p>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label="Participants looked at"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
      >
        <div style={{ transform: `scaleX(${total ? done / total : 0})` }} />
      </div>
    </section>
  );
}
