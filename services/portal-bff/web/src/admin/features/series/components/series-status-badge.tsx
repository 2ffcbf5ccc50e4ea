import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import { StatusBadge, type Tone } from '../../layout/components/status-badge.js';
import { statusWords } from '../status-words.js';

const tones: Record<SeriesStatus, Tone> = {
  draft: 'neutral',
  scheduled: 'waiting',
  live: 'good',
  paused: 'warn',
  ended: 'waiting',
};

export function SeriesStatusBadge({ status }: { status: SeriesStatus }) {
  return <StatusBadge tone={tones[status]}>{statusWords[status]}</StatusBadge>;
}
