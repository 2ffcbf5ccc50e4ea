import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

export const usage = `Usage: npm run demo -- [options]
  --orders FILE              an order file (default: the CDNOW sample)
  --format cdnow|online-retail   its form (default: cdnow)
  --times N                  send N copies, under new ids and customers
  --limit N                  only the first N customers of the file
  --refunds made-up|none     whether to make up refunds for CDNOW, which has none (default: made-up)
  --brand SLUG               the brand's slug (default: from the other options)
  --check-only               send nothing, only check what is there
  --help
`;

const count = z.coerce.number().int().min(1);

const values = z.object({
  orders: z.string().min(1).optional(),
  format: z.enum(['cdnow', 'online-retail']).default('cdnow'),
  times: count.max(1_000).default(1),
  limit: count.optional(),
  refunds: z.enum(['made-up', 'none']).default('made-up'),
  brand: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'lower-case letters, digits and hyphens')
    .optional(),
  'check-only': z.boolean().default(false),
});

export interface DemoOptions {
  /** The order file's path; null: the CDNOW sample that lies beside the demo. */
  orders: string | null;
  format: 'cdnow' | 'online-retail';
  times: number;
  /** Null: everybody. */
  limit: number | null;
  refunds: 'made-up' | 'none';
  slug: string;
  checkOnly: boolean;
}

/**
 * Reads the command line; null when help was asked for. Throws on a mistake, with words for a person. `from` is the
 * folder that the person is in (npm scripts run in the root).
 */
export function readOptions(args: string[], from: string): DemoOptions | null {
  const given = parseArgs({
    args,
    options: {
      orders: { type: 'string' },
      format: { type: 'string' },
      times: { type: 'string' },
      limit: { type: 'string' },
      refunds: { type: 'string' },
      brand: { type: 'string' },
      'check-only': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
  if (given.help) return null;
  const parsed = values.safeParse(given);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { orders, format, times, limit, refunds, brand } = parsed.data;
  if (format === 'online-retail' && orders === undefined) {
    throw new Error('--format online-retail needs --orders FILE: the file is not part of Cairn');
  }
  const options = {
    orders: orders === undefined ? null : resolve(from, orders),
    format,
    times,
    limit: limit ?? null,
    refunds,
  };
  return { ...options, slug: brand ?? slugOf(options), checkOnly: parsed.data['check-only'] };
}

/** Different orders are a different brand, so that the check of each knows what to expect. */
function slugOf(options: Omit<DemoOptions, 'slug' | 'checkOnly'>): string {
  return [
    options.format,
    options.format === 'cdnow' && options.refunds === 'none' ? '-no-refunds' : '',
    options.limit === null ? '' : `-first-${options.limit}`,
    options.times === 1 ? '' : `-x${options.times}`,
  ].join('');
}
