import { z } from 'zod';
import type { DeliveryRecord } from '../shop/webhook-records.js';
import { chance } from './chance.js';

/** How badly deliveries go, on purpose. Shares are from 0 to 1. */
export const Chaos = z.strictObject({
  /** milliseconds that each is held back */
  late: z.number().int().min(0).max(3_600_000).default(0),
  /** share that is sent a second time, with the same webhook id */
  twice: z.number().min(0).max(1).default(0),
  /** each is held for a time of its own up to `late` (1000 where that is 0), so they come out of order */
  shuffled: z.boolean().default(false),
  /** share that is never sent */
  lost: z.number().min(0).max(1).default(0),
  /** what the pauses before retries are multiplied with: 0.001 makes a minute 60 ms */
  pauses: z.number().min(0).max(1).default(1),
  seed: z.union([z.string(), z.number()]).default(0),
});
export type Chaos = z.infer<typeof Chaos>;

const SHUFFLED_OVER = 1000;

/** What is really sent of a delivery: nothing, it, or it and its copy, each at its time. */
export function disturbed(delivery: DeliveryRecord, domain: string, chaos: Chaos): DeliveryRecord[] {
  const luck = (what: string) => chance(chaos.seed, domain, delivery.id, what);
  if (luck('lost') < chaos.lost) return [{ ...delivery, state: 'lost', nextAt: null }];
  const span = chaos.shuffled && chaos.late === 0 ? SHUFFLED_OVER : chaos.late;
  const held = (what: string) => (chaos.shuffled ? Math.floor(luck(what) * (span + 1)) : span);
  const first = { ...delivery, nextAt: delivery.triggeredAt + held('held') };
  if (luck('twice') >= chaos.twice) return [first];
  return [first, { ...first, isCopy: true, nextAt: delivery.triggeredAt + held('held again') }];
}
