/** A column of a set: its Postgres type, and how to read it off a row. */
export type Columns<Row> = Record<string, readonly [type: string, read: (row: Row) => unknown]>;

/**
 * Rows as one set for a statement: `from` is `unnest($1::uuid[], …) AS row (id, …)`, `names` its column list, `params`
 * the arrays. The rows keep their order by the extra column `place`. Objects for jsonb columns are turned into text here, because pg would turn arrays into Postgres arrays.
 */
export function unnest<Row>(rows: readonly Row[], columns: Columns<Row>) {
  const entries = Object.entries(columns);
  const types = entries.map(([, [type]], index) => `$${index + 1}::${type}[]`);
  const names = entries.map(([name]) => name).join(', ');
  return {
    names,
    from: `unnest(${types.join(', ')}) WITH ORDINALITY AS row (${names}, place)`,
    params: entries.map(([, [type, read]]) =>
      rows.map(row => (type === 'jsonb' ? json(read(row)) : read(row))),
    ),
  };
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
