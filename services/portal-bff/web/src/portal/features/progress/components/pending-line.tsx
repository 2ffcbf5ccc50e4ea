import { Popover, UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { exactInstant, type Reader, saidDay } from '../../../../shared/features/wording/dates.js';
import { countedPoints, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import classes from './pending-line.module.css';

interface PendingLineProps {
  pending: number;
  /** When the earliest hold ends. */
  until: string | null;
  brand: string;
  reader: Reader;
}

/** "+ 35 pending until 3 Dec"; why, on tap. */
export function PendingLine({ pending, until, brand, reader }: PendingLineProps) {
  return (
    <Popover width={300} position="bottom-start" withArrow trapFocus={false} radius="md">
      <Popover.Target>
        <UnstyledButton className={classes.line}>
          <span>
            + {spokenPoints(pending, reader.locale)} pending
            {until && ` until ${saidDay(until, reader)}`}
          </span>
          <IconHelpCircle size={17} stroke={1.8} aria-hidden />
          <span className={classes.hidden}>Why?</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.why}>
          {brand} waits until sales can no longer be sent back. Then these{' '}
          {countedPoints(pending, reader.locale)} count by themselves.
        </p>
        {until && <p className={classes.exact}>The next ones on {exactInstant(until, reader)}.</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
