import type { ClientBase } from 'pg';
import pg from 'pg';
import { z } from 'zod';

/** Copies of one real row: what is not named in `set` stays as it is, so a new column needs nothing here. */
export interface Clones {
  readonly table: string;
  /** Which row; the table must have one. */
  readonly like: string;
  /** SQL by column, of `n` (the person, from 0) and `k` (their row, from 1); `one` is the row that is copied. */
  readonly set: Readonly<Record<string, string>>;
  /** Rows a person. */
  readonly each: number;
}

const peopleAStatement = 50_000;
const columnName = z.object({ name: z.string() });
const selectColumns = `
  SELECT attname AS name FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = ''
  ORDER BY attnum`;

/** @throws Error where `set` names a column that is not there, or the row to copy is missing. */
export async function cloneRows(
  client: ClientBase,
  people: number,
  { table, like, set, each }: Clones,
): Promise<void> {
  const columns = z
    .array(columnName)
    .parse((await client.query(selectColumns, [table])).rows)
    .map(({ name }) => name);
  const unknown = Object.keys(set).find(name => !columns.includes(name));
  if (unknown !== undefined) throw new Error(`${table} has no column ${unknown}`);
  const names = columns.map(pg.escapeIdentifier);
  const values = columns.map(name => set[name] ?? `one.${pg.escapeIdentifier(name)}`);
  // The inner series names n, so that a person's rows come one after the other: in the order of the indexes.
  const insert = `
    INSERT INTO ${pg.escapeIdentifier(table)} (${names.join(', ')})
    SELECT ${values.join(', ')}
    FROM (SELECT * FROM ${pg.escapeIdentifier(table)} WHERE ${like} LIMIT 1) AS one,
      generate_series($1::bigint, $2::bigint) AS n,
      LATERAL generate_series(1, ${each} + (0 * n)::int) AS k`;
  for (let from = 0; from < people; from += peopleAStatement) {
    const to = Math.min(from + peopleAStatement, people) - 1;
    const { rowCount } = await client.query(insert, [from, to]);
    if (rowCount !== (to - from + 1) * each)
      throw new Error(`${table} took ${rowCount} rows of ${(to - from + 1) * each}: is there a row ${like}?`);
  }
}
