import { z } from 'zod';

export const chainInput = z.object({
  port: z.int(),
  brokers: z.array(z.string()),
  /** One hop a topic: it is consumed, counted, and sent on to the next. */
  topics: z.array(z.string()).min(1),
  /** Where each hop keeps its counts; null: nowhere. */
  databaseUrl: z.url().nullable(),
});

/** The table of a hop, the first being 0. */
export function hopTable(hop: number): string {
  return `bench_hop_${hop}`;
}
