import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import type { SeriesChange } from './api/series.js';

interface ChangeWords {
  change: SeriesChange;
  action: string;
  title: string;
  /** What it means (domain.md 3.2, 3.10). */
  words: readonly string[];
  done: string;
  danger: boolean;
}

const pause: ChangeWords = {
  change: 'pause',
  action: 'Pause series',
  title: 'Pause this series?',
  words: [
    'From now until you resume it, what people do earns no points: not now, and not later.',
    'What they did before still counts when it arrives; tiers it reaches unlock when you resume.',
    'Everybody keeps their points, tiers and rewards.',
  ],
  done: 'is paused',
  danger: false,
};

const resume: ChangeWords = {
  change: 'resume',
  action: 'Resume series',
  title: 'Resume this series?',
  words: [
    'From now on points count again, and tiers that were reached meanwhile unlock, lowest first, with their mails and rewards.',
    'What happened during the pause stays without points.',
  ],
  done: 'is live again',
  danger: false,
};

const end: ChangeWords = {
  change: 'end',
  action: 'End series',
  title: 'End this series for good?',
  words: [
    'It cannot be started again. Its programs earn no points until another series of theirs is live.',
    'What happened before now and arrives within 72 hours still counts and unlocks; held points still count when they are released.',
    'Everybody keeps their tiers and rewards.',
  ],
  done: 'has ended',
  danger: true,
};

const callOff: ChangeWords = {
  ...end,
  title: 'Call this series off?',
  words: [
    'It has not begun, and never will: it cannot be started again.',
    'Its programs are free for another series.',
  ],
  done: 'is called off',
};

/** What can be done to a series in this status, the first thing first. */
export function changesOf(status: SeriesStatus): readonly ChangeWords[] {
  switch (status) {
    case 'live':
      return [pause, end];
    case 'paused':
      return [resume, end];
    case 'scheduled':
      return [callOff];
    case 'draft':
    case 'ended':
      return [];
  }
}

export type { ChangeWords };
