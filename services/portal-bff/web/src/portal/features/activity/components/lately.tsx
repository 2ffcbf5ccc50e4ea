import type { ActivityLine } from '@cairn/contracts/http/home';
import { Button } from '@mantine/core';
import { IconFootsteps } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '../../../../shared/features/layout/components/section.js';
import { Teaching } from '../../../../shared/features/layout/components/teaching.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { ActivityRow } from './activity-row.js';
import classes from './lately.module.css';

const SHOWN = 5;

/** Every event in words, also those that gave nothing, with the reason. */
export function Lately({ lines, reader }: { lines: readonly ActivityLine[]; reader: Reader }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <Section title="Lately">
      {lines.length === 0 ? (
        <Teaching icon={<IconFootsteps size={24} stroke={1.6} />} title="Nothing has happened yet">
          The first sale through your link shows here within seconds, and so does everything after it.
        </Teaching>
      ) : (
        <div className={classes.card}>
          <ul className={classes.list}>
            {shown.map(line => (
              <ActivityRow key={line.eventId} line={line} reader={reader} />
            ))}
          </ul>
          {lines.length > SHOWN && (
            <Button
              variant="subtle"
              size="md"
              fullWidth
              className={classes.more}
              onClick={() => setAll(!all)}
            >
              {all ? 'Show fewer' : `Show ${lines.length - SHOWN} more`}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}
