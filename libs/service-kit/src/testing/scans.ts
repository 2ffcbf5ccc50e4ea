import type { DataSource } from 'typeorm';
import { z } from 'zod';

/** Statements with a plan. */
const planned = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Index Name'?: string | undefined;
  'Index Cond'?: string | undefined;
  Plans?: PlanNode[] | undefined;
}

const planNode: z.ZodType<PlanNode> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  get Plans() {
    return z.array(planNode).optional();
  },
});

const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planNode })]) })]);

/** The same database, which notes the text of every statement that passes. */
export function recordStatements(db: DataSource, texts: Set<string>): DataSource {
  const noting = <Target extends { query: (...of: never[]) => unknown }>(target: Target): Target =>
    new Proxy(target, {
      get: (of, name) => {
        const value: unknown = Reflect.get(of, name, of);
        if (typeof value !== 'function') return value;
        if (name !== 'query') return value.bind(of);
        return (statement: string | { text: string }, ...rest: unknown[]) => {
          texts.add(typeof statement === 'string' ? statement : statement.text);
          return value.call(of, statement, ...rest);
        };
      },
    });
  return Object.create(db, {
    createQueryRunner: {
      value: () => {
        const runner = noting(db.createQueryRunner());
        return new Proxy(runner, {
          get: (of, name) =>
            name === 'connect' ? async () => noting(await of.connect()) : Reflect.get(of, name, of),
        });
      },
    },
  });
}

/** What a test's tables are said to hold: a million rows a page, all of one brand. */
const pretendSize = `
  SELECT pg_restore_relation_stats('schemaname', nspname::text, 'relname', relname::text,
    'relpages', 1, 'reltuples', 1000000::real)
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE nspname = current_schema() AND relkind IN ('r', 'i')`;
const pretendOneBrand = `
  SELECT pg_restore_attribute_stats('schemaname', nspname::text, 'relname', relname::text, 'attname', 'brand_id'::text,
    'inherited', relkind = 'p', 'n_distinct', 1::real)
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'brand_id'
  WHERE nspname = current_schema() AND relkind IN ('r', 'p')`;

/**
 * Where a statement reads more the more a brand has: a whole table, a whole index, or everything that an index has of one
 * brand, and no limit above it. Plans are made for any parameters, as for a brand with millions of rows, with sequential
 * scans only where there is no other way.
 * A table without a row costs nothing to read whole, so each must have one.
 * @param small what may be read whole: tables of a brand's configuration, and indexes of what has not been done yet.
 * @returns one line for each such read; none where every look-up has its index.
 */
export async function wholeReads(
  db: DataSource,
  texts: Iterable<string>,
  small: readonly string[] = [],
): Promise<string[]> {
  const runner = db.createQueryRunner();
  try {
    await runner.query(pretendSize);
    await runner.query(pretendOneBrand);
    await runner.query('SET enable_seqscan = off');
    const found: string[] = [];
    for (const text of texts) {
      if (!planned.test(text)) continue;
      const rows: unknown = await runner.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
      const [{ 'QUERY PLAN': plans }] = explained.parse(rows);
      const reads = readsOf(plans[0].Plan, false).filter(
        ({ table, index }) => !small.includes(table) && !small.includes(index),
      );
      found.push(...reads.map(({ how }) => `${how}: ${text.trim().replace(/\s+/g, ' ')}`));
    }
    return [...new Set(found)];
  } finally {
    await runner.query('RESET enable_seqscan');
    await runner.release();
  }
}

interface WholeRead {
  table: string;
  index: string;
  how: string;
}

function readsOf(node: PlanNode, limited: boolean, above = ''): WholeRead[] {
  const isLimited = limited || node['Node Type'] === 'Limit';
  // A bitmap's index is read for the table that the node above names.
  const table = node['Relation Name'] ?? above;
  const below = (node.Plans ?? []).flatMap(child => readsOf(child, isLimited, table));
  const condition = node['Index Cond'];
  const index = node['Index Name'] ?? '';
  switch (node['Node Type']) {
    case 'Seq Scan':
      return [...below, { table, index, how: `reads all of ${table}` }];
    case 'Index Scan':
    case 'Index Only Scan':
    case 'Bitmap Index Scan':
      if (isLimited) return below;
      if (condition === undefined)
        return [...below, { table, index, how: `reads all of an index of ${table}` }];
      if (/^\(+(\w+\.)?brand_id = [^()]*\)+$/.test(condition))
        return [...below, { table, index, how: `reads all that ${table} has of a brand` }];
      return below;
    default:
      return below;
  }
}
