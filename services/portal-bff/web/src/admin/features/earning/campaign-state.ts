import type { CampaignItem } from '@cairn/contracts/http/campaign';
import type { Tone } from '../layout/components/status-badge.js';

type Window = Pick<CampaignItem, 'startsAt' | 'endsAt' | 'archived'>;

/** Where a campaign is in its window `[startsAt, endsAt)` (domain.md 2.5). */
export function campaignState(
  { startsAt, endsAt, archived }: Window,
  now: Date,
): { words: string; tone: Tone } {
  if (archived) return { words: 'Archived', tone: 'waiting' };
  if (now.getTime() < Date.parse(startsAt)) return { words: 'Upcoming', tone: 'neutral' };
  return now.getTime() < Date.parse(endsAt)
    ? { words: 'Running', tone: 'good' }
    : { words: 'Over', tone: 'waiting' };
}
