/** Hash partitions of a table that is kept for ever (design.md §3). */
export function hashPartitions(table: string, count = 16): string {
  return Array.from(
    { length: count },
    (_, n) =>
      `CREATE TABLE ${table}_p${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${count}, REMAINDER ${n});`,
  ).join('\n');
}
