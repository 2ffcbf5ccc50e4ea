import type { ActivityLine } from '@cairn/contracts/http/home';
import { IconArrowBackUp, IconCircle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { When } from '../../../../shared/features/wording/components/when.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { effectWords, type Weight, weightOf } from '../activity-words.js';
import classes from './lately.module.css';

const icons: Record<Weight, typeof IconCircle> = {
  gave: IconCircleCheck,
  waits: IconClockHour4,
  took: IconArrowBackUp,
  nothing: IconCircle,
};

/** One event: what it was, what it gave, and, where it gave nothing, why and what to do. */
export function ActivityRow({ line, reader }: { line: ActivityLine; reader: Reader }) {
  const weight = weightOf(line);
  const Icon = icons[weight];
  return (
    <li className={classes.row}>
      <div className={classes.icon} data-weight={weight} aria-hidden="true">
        <Icon size={20} stroke={1.8} />
      </div>
      <div className={classes.words}>
        <div className={classes.top}>
          <span className={classes.title}>{line.title}</span>
          <span className={classes.effect} data-weight={weight}>
            {effectWords(line, reader.locale)}
          </span>
        </div>
        {line.explanation && <p className={classes.explanation}>{line.explanation}</p>}
        <p className={classes.time}>
          <When instant={line.occurredAt} reader={reader} />
        </p>
      </div>
    </li>
  );
}
