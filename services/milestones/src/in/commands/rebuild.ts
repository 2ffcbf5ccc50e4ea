import { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import { topics } from '@cairn/contracts/topics';
import type { ServiceCommand } from '@cairn/service-kit/bootstrap/service';
import { DecodeError, decodeEvent } from '@cairn/service-kit/events/decode';
import { createKafka } from '@cairn/service-kit/kafka/client';
import { kafkaConnection } from '@cairn/service-kit/kafka/connection';
import { readThrough } from '@cairn/service-kit/kafka/read-through';
import { dataSourceOptions } from '@cairn/service-kit/postgres/data-source';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { rebuildBrand } from '../../app/rebuild/rebuild-brand.js';
import type { MilestonesConfig } from '../../config.js';
import type { EntryEvent } from '../../domain/entry.js';

/** Milliseconds that a statement may take: the copies of a brand with millions of rows are one each. */
const statementTimeout = 1_800_000;

/** Differences that are written out; the rest are counted. */
const written = 1_000;

const usage = 'rebuild --brand <id>: the id of one brand, as GET /api/v1/brand answers it\n';

/**
 * `rebuild --brand <id>` (ADR 40): one line of JSON a difference, then one with the counts.
 * @returns 0 without differences, 1 with some, 2 where it was not called rightly.
 */
export const rebuildCommand: ServiceCommand<MilestonesConfig> = async ({ config, logger, args }) => {
  const brandId = brandOf(args);
  if (brandId === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const options = dataSourceOptions(
    config.MILESTONES_DATABASE_URL,
    4,
    'milestones-rebuild',
    statementTimeout,
  );
  const db = await new DataSource(options).initialize();
  try {
    let told = 0;
    let unreadable = 0;
    const kafka = createKafka(kafkaConnection(config), 'cairn-milestones-rebuild', logger);
    const report = await rebuildBrand(
      db,
      brandId,
      take =>
        readThrough({
          kafka,
          topic: topics.entries.topic,
          // Of the groups that the service's user may read back with.
          groupPrefix: 'cairn.milestones.recall.rebuild',
          take: async messages => {
            const entries = messages.map(({ value }) => entryOf(value));
            unreadable += entries.filter(entry => entry === 'unreadable').length;
            await take(entries.filter(entry => typeof entry === 'object'));
          },
        }),
      difference => {
        if (told++ < written) process.stdout.write(`${JSON.stringify(difference)}\n`);
      },
    );
    process.stdout.write(`${JSON.stringify({ brandId, ...report, unreadable })}\n`);
    return report.different === 0 ? 0 : 1;
  } finally {
    await db.destroy();
  }
};

/** What the service sets aside as a dead letter stops no rebuild: it is counted. Undefined: of another type. */
function entryOf(value: Buffer | null): EntryEvent | 'unreadable' | undefined {
  try {
    return decodeEvent(value, [entryPosted]) as EntryEvent | undefined;
  } catch (error) {
    if (error instanceof DecodeError) return 'unreadable';
    throw error;
  }
}

function brandOf(args: readonly string[]): string | undefined {
  const [flag, value] = args;
  return flag === '--brand' && args.length === 2 ? z.uuid().safeParse(value).data : undefined;
}
