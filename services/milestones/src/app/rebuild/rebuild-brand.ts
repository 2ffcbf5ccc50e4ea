import { onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import type { EntryEvent } from '../../domain/entry.js';
import {
  copiedOf,
  copyLiveTables,
  dropTables,
  keepEntries,
  knownVersions,
  targetsAfter,
  whileAlone,
} from '../../out/postgres/rebuild-tables.js';
import { compare, type Difference } from './compare.js';

/** Ambassadors compared at once: their whole ledgers are in memory. */
const batch = 200;

export interface RebuildReport {
  ambassadors: number;
  /** Messages of the stream, of all brands. */
  read: number;
  different: number;
}

/** Hands over every row that the stream has by now, in any order of ambassadors. @returns how many messages there were. */
export type ReadStream = (take: (events: readonly EntryEvent[]) => Promise<void>) => Promise<number>;

/** Another rebuild has the tables. */
export class RebuildRuns extends Error {}

/**
 * Counts a brand's progress again from the stream of ledger rows from its beginning, in tables of its own, and compares it
 * with the live ones as they stood at the instant at which it began (ADR 40). Nothing live is locked or changed: rows that
 * are counted meanwhile are left out.
 * @param tell is called with each difference.
 * @throws RebuildRuns
 */
export async function rebuildBrand(
  db: DataSource,
  brandId: string,
  readStream: ReadStream,
  tell: (difference: Difference) => void,
): Promise<RebuildReport> {
  const report = await whileAlone(db, async () => {
    await copyLiveTables(db, brandId);
    try {
      return await compareAll(onPool(db), brandId, readStream, tell);
    } finally {
      await dropTables(onPool(db));
    }
  });
  if (report === undefined) throw new RebuildRuns('Another rebuild is under way: wait for its end.');
  return report;
}

async function compareAll(
  sql: Sql,
  brandId: string,
  readStream: ReadStream,
  tell: (difference: Difference) => void,
): Promise<RebuildReport> {
  const read = await readStream(async events => {
    await keepEntries(
      sql,
      events.filter(event => event.brandid === brandId),
    );
  });
  const versionOf = await knownVersions(sql, brandId);
  const report: RebuildReport = { ambassadors: 0, read, different: 0 };
  for (let after: string | null = null; ; ) {
    const targets = await targetsAfter(sql, after, batch);
    const ids = targets.map(target => target.ambassadorId);
    const copied = await copiedOf(sql, ids);
    for (const target of targets) {
      const found = compare(target, copied(target.ambassadorId), versionOf);
      found.forEach(tell);
      report.different += found.length === 0 ? 0 : 1;
    }
    report.ambassadors += targets.length;
    after = ids.at(-1) ?? null;
    if (targets.length < batch) return report;
  }
}
