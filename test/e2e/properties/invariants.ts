import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DeadLetterItem } from '@cairn/contracts/http/dead-letter';
import { repoRoot } from '@cairn/local/stack/paths';
import type { Databases } from '../../faults/world/databases.js';
import { type Seen, unlockLine } from './outcome.js';
import type { WorldBrand } from './world-brand.js';

/** Of each earning row: no reversal takes more than it gave, nor does a release give another sum than is left of it. */
const overReversed = `
  SELECT earned.event_id, earned.points, taken.points AS taken
  FROM (SELECT id, event_id, pending_delta + available_delta AS points FROM ledger
        WHERE brand_id = $1 AND kind NOT IN ('release', 'reversal', 'adjustment')) AS earned
  JOIN LATERAL (SELECT -sum(pending_delta + available_delta) AS points FROM ledger
                WHERE brand_id = $1 AND kind = 'reversal' AND original_id = earned.id) AS taken ON true
  WHERE taken.points > earned.points`;

/** What must hold in every brand, as lines that name what does not. */
export async function violations(brand: WorldBrand, { raw }: Seen, databases: Databases): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, { ledger, unlocks, balance, of }] of raw) {
    const sum = (which: 'pendingDelta' | 'availableDelta') =>
      ledger.reduce((total, row) => total + row[which], 0);
    if (sum('availableDelta') !== balance.available) lines.push(`2.14 ${name}: rows are not the balance`);
    if (sum('pendingDelta') !== balance.pending) lines.push(`2.14 ${name}: rows are not what is pending`);
    const told = unlocks.map(unlockLine);
    if (new Set(told).size < told.length) lines.push(`3.5 ${name}: a tier is unlocked twice in a cycle`);
    for (const [series, its] of Map.groupBy(unlocks, unlock => unlock.series.name)) {
      const cycles = [...new Set(its.map(unlock => unlock.cycle))].sort((a, b) => a - b);
      if (cycles.some((cycle, n) => cycle !== n + 1))
        lines.push(`3.7 ${name}: cycles of ${series} are ${cycles}`);
    }
    const { memberships } = of;
    if (memberships.some(({ to }, n) => (to === null) !== (n === memberships.length - 1)))
      lines.push(`1.2 ${name}: not one membership at a time`);
    if (memberships.some(({ from }, n) => n > 0 && memberships[n - 1]!.to !== from))
      lines.push(`1.2 ${name}: a membership does not begin where the one before ends`);
  }
  for (const row of await databases.query('points', overReversed, [brand.id]))
    lines.push(`2.9 more is reversed than was given: ${JSON.stringify(row)}`);
  for (const letter of await brand.all<DeadLetterItem>('/dlq'))
    lines.push(
      `an event was set aside: ${letter.topic}, ${letter.consumer}, ${letter.reason}: ${letter.error}`,
    );
  return lines;
}

/** Counts a brand's progress again from the stream, by the service's own command (ADR 40). @returns its last line. */
export async function rebuilt(brandId: string): Promise<unknown> {
  const main = join(repoRoot, 'services', 'milestones', 'dist', 'src', 'main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [main, 'rebuild', '--brand', brandId], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: '1',
      KAFKA_BROKERS: process.env.TEST_KAFKA_BROKERS,
      REDIS_URL: process.env.TEST_REDIS_URL,
      MILESTONES_DATABASE_URL: Object.assign(new URL(process.env.TEST_POSTGRES_URL ?? ''), {
        pathname: '/milestones',
      }).href,
      SERVICE_TOKEN: 'of-no-other-service',
      LOG_LEVEL: 'silent',
    },
  }).catch((error: { stdout?: string; message: string }) => ({ stdout: error.stdout || error.message }));
  return stdout.trim().split('\n');
}
