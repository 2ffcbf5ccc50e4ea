import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import type { EntryEvent } from '../../domain/entry.js';
import type { Turn } from '../../domain/ledger-stream.js';
import type { KnownVersion } from '../../domain/rebuild.js';
import type { SeriesFields } from '../../domain/series-draft.js';

/** A rebuild's own tables; none is logged, none outlives it but by a crash, and then the next one begins with new ones. */
const tables = ['rebuild_targets', 'rebuild_progress', 'rebuild_unlocks', 'rebuild_turns', 'rebuild_entries'];

const create = [
  `CREATE UNLOGGED TABLE rebuild_targets (ambassador_id uuid PRIMARY KEY, seq bigint NOT NULL)`,
  `CREATE UNLOGGED TABLE rebuild_progress (ambassador_id uuid, series_id uuid, cycle int, points bigint, pending bigint,
    waits_for uuid, PRIMARY KEY (ambassador_id, series_id))`,
  `CREATE UNLOGGED TABLE rebuild_unlocks (ambassador_id uuid, series_id uuid, cycle int, tier_id uuid, version int,
    threshold bigint, entry_id uuid, PRIMARY KEY (ambassador_id, series_id, cycle, tier_id))`,
  `CREATE UNLOGGED TABLE rebuild_turns (ambassador_id uuid, number bigint, series_id uuid, seq bigint, kind text,
    version int, phase text, PRIMARY KEY (ambassador_id, number))`,
  `CREATE UNLOGGED TABLE rebuild_entries (ambassador_id uuid, seq bigint, event jsonb, PRIMARY KEY (ambassador_id, seq))`,
];

/** As they all stood at one instant, while counting goes on. */
const copy = [
  `INSERT INTO rebuild_targets SELECT ambassador_id, seq FROM ledger_positions WHERE brand_id = $1 AND seq > 0`,
  `INSERT INTO rebuild_progress SELECT ambassador_id, series_id, cycle, points, pending, (collected ->> 'entryId')::uuid
    FROM progress WHERE brand_id = $1`,
  `INSERT INTO rebuild_unlocks SELECT ambassador_id, series_id, cycle, tier_id, series_version, threshold, entry_id
    FROM unlocks WHERE brand_id = $1`,
  `INSERT INTO rebuild_turns SELECT ambassador_id, number, series_id, seq, kind, version, phase
    FROM progress_turns WHERE brand_id = $1`,
];

const tryLock = `SELECT pg_try_advisory_lock(hashtextextended('rebuild', 0)) AS free`;

/** Runs `work` unless somebody else does. @returns undefined where they do. */
export async function whileAlone<Result>(
  db: DataSource,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const runner = db.createQueryRunner();
  try {
    const [lock]: { free: boolean }[] = await runner.query(tryLock);
    return lock!.free ? await work() : undefined;
  } finally {
    await runner.query(`SELECT pg_advisory_unlock_all()`);
    await runner.release();
  }
}

/** Makes the tables anew and copies one brand's live ones into them. */
export async function copyLiveTables(db: DataSource, brandId: string): Promise<void> {
  await inTransaction(db, async sql => {
    await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await dropTables(sql);
    for (const statement of create) await sql.query(statement);
    for (const statement of copy) await sql.query(statement, [brandId]);
    for (const table of tables.slice(0, -1)) await sql.query(`ANALYZE ${table}`);
  });
}

export async function dropTables(sql: Sql): Promise<void> {
  await sql.query(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
}

/** Rows that somebody has counted; what came later, or is of nobody here, is left out, and what is told twice kept once. */
const insert = `
  INSERT INTO rebuild_entries (ambassador_id, seq, event)
  SELECT row.ambassador_id, row.seq, row.event
  FROM unnest($1::uuid[], $2::bigint[], $3::jsonb[]) AS row (ambassador_id, seq, event)
  JOIN rebuild_targets t ON t.ambassador_id = row.ambassador_id AND row.seq <= t.seq
  ON CONFLICT DO NOTHING`;

export async function keepEntries(sql: Sql, events: readonly EntryEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql.query(insert, [
    events.map(event => event.data.ambassadorId),
    events.map(event => event.data.seq),
    events.map(event => JSON.stringify(event)),
  ]);
}

const nextTargets = `
  SELECT ambassador_id AS "ambassadorId", seq FROM rebuild_targets
  WHERE $1::uuid IS NULL OR ambassador_id > $1 ORDER BY ambassador_id LIMIT $2`;

export interface Target {
  ambassadorId: string;
  /** The last row that was counted. */
  seq: number;
}

export async function targetsAfter(sql: Sql, after: string | null, limit: number): Promise<Target[]> {
  return await sql.query<Target>(nextTargets, [after, limit]);
}

export interface LiveProgress {
  seriesId: string;
  cycle: number;
  points: number;
  pending: number;
  /** The row that waits for a resume. */
  waitsFor: string | null;
}

export interface LiveUnlock {
  seriesId: string;
  cycle: number;
  tierId: string;
  version: number;
  threshold: number;
  entryId: string | null;
}

export interface Copied {
  entries: EntryEvent[];
  turns: Turn[];
  progress: LiveProgress[];
  unlocks: LiveUnlock[];
}

const selects = {
  entries: `SELECT ambassador_id AS "ambassadorId", event FROM rebuild_entries WHERE ambassador_id = ANY($1::uuid[])
    ORDER BY ambassador_id, seq`,
  turns: `SELECT ambassador_id AS "ambassadorId", series_id AS "seriesId", seq, kind, version, phase FROM rebuild_turns
    WHERE ambassador_id = ANY($1::uuid[]) ORDER BY ambassador_id, number`,
  progress: `SELECT ambassador_id AS "ambassadorId", series_id AS "seriesId", cycle, points, pending,
    waits_for AS "waitsFor" FROM rebuild_progress WHERE ambassador_id = ANY($1::uuid[])`,
  unlocks: `SELECT ambassador_id AS "ambassadorId", series_id AS "seriesId", cycle, tier_id AS "tierId", version,
    threshold, entry_id AS "entryId" FROM rebuild_unlocks WHERE ambassador_id = ANY($1::uuid[])`,
};

type Of<Row> = Row & { ambassadorId: string };

/** What was copied of each of these ambassadors. */
export async function copiedOf(sql: Sql, ids: readonly string[]): Promise<(id: string) => Copied> {
  const [entries, turns, progress, unlocks] = [
    await sql.query<Of<{ event: EntryEvent }>>(selects.entries, [ids]),
    await sql.query<Of<Turn>>(selects.turns, [ids]),
    await sql.query<Of<LiveProgress>>(selects.progress, [ids]),
    await sql.query<Of<LiveUnlock>>(selects.unlocks, [ids]),
  ].map(rows => Map.groupBy(rows as Of<object>[], row => row.ambassadorId));
  return id => ({
    entries: ((entries!.get(id) ?? []) as Of<{ event: EntryEvent }>[]).map(row => row.event),
    turns: (turns!.get(id) ?? []) as Of<Turn>[],
    progress: (progress!.get(id) ?? []) as Of<LiveProgress>[],
    unlocks: (unlocks!.get(id) ?? []) as Of<LiveUnlock>[],
  });
}

const versions = `
  SELECT v.series_id AS "seriesId", v.version, v.fields,
    CASE WHEN r.version IS NOT NULL THEN jsonb_build_object('by', r.mark, 'promotesTop', r.promotes_top) END AS publish
  FROM series_versions v LEFT JOIN retroactive_publishes r USING (series_id, version)
  WHERE v.brand_id = $1`;

/** Every version that the brand's series ever had: a few thousand at most. */
export async function knownVersions(
  sql: Sql,
  brandId: string,
): Promise<(seriesId: string, version: number) => KnownVersion | undefined> {
  const rows = await sql.query<{
    seriesId: string;
    version: number;
    fields: SeriesFields;
    publish: KnownVersion['publish'];
  }>(versions, [brandId]);
  const byKey = new Map(
    rows.map(({ seriesId, version, fields: { name, tiers, completion }, publish }) => [
      `${seriesId} ${version}`,
      { version, name, tiers, completion, publish },
    ]),
  );
  return (seriesId, version) => byKey.get(`${seriesId} ${version}`);
}
