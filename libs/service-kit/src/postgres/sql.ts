import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { planOnce, preparedOn } from './prepared.js';

/**
 * Statements inside one transaction (or on the pool). Rows come back as plain objects. A transaction's statements are
 * sent at once and run in the order in which they were asked for: those that need no answer of each other are best
 * awaited together (`Promise.all`), which is one round trip (ADR 29).
 */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

const uponCommit = new WeakMap<Sql, (() => void)[]>();

/**
 * Calls `then` once the transaction of `sql` is committed, and never if it is not; at once where `sql` is no transaction.
 * For counting: what must not be missed belongs into the transaction.
 */
export function afterCommit(sql: Sql, then: () => void): void {
  const waiting = uponCommit.get(sql);
  if (waiting === undefined) then();
  else waiting.push(then);
}

/** Deadlock, serialization failure: the whole transaction may be run again. */
const retryable = new Set(['40P01', '40001']);

/** What every statement answers that was sent behind one that failed. */
const abortedTransaction = '25P02';

export interface PoolOptions {
  /**
   * Whether Postgres is to keep the statements' plans (prepared.ts): for work that sends the same few texts again and
   * again.
   */
  prepared?: boolean;
}

export interface TransactionOptions<Result> extends PoolOptions {
  /** The last statement, sent together with the commit; should it fail, all is rolled back. */
  atCommit?: (sql: Sql, result: Result) => Promise<void>;
}

/**
 * Runs `work` in one transaction and commits it; a deadlock is run again, at most three times, so `work` must hold
 * no state of its own between runs.
 */
export async function inTransaction<Result>(
  db: DataSource,
  work: (sql: Sql) => Promise<Result>,
  options: TransactionOptions<Result> = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work, options);
    } catch (error) {
      if (attempt === 3 || !retryable.has(sqlState(error) ?? '')) throw error;
    }
  }
}

async function once<Result>(
  db: DataSource,
  work: (sql: Sql) => Promise<Result>,
  { prepared = false, atCommit }: TransactionOptions<Result>,
): Promise<Result> {
  const runner = db.createQueryRunner();
  let isOpen = false;
  let cause: unknown;
  try {
    // TypeORM hands out pg's own client here, untyped.
    const client: PoolClient = await runner.connect();
    const statements = prepared ? await preparedOn(client) : unpreparedOn(client);
    isOpen = true;
    const begun = client.query(prepared ? `START TRANSACTION; ${planOnce}` : 'START TRANSACTION');
    // A chunk begins by locking offsets, which is harmless where no transaction began; others may begin by writing.
    if (!prepared) await begun;
    const sql = following(begun, statements, error => {
      cause ??= error;
    });
    const committed: (() => void)[] = [];
    uponCommit.set(sql, committed);
    const result = await work(sql);
    await Promise.all([begun, atCommit?.(sql, result), client.query('COMMIT')]);
    isOpen = false;
    committed.forEach(tell);
    return result;
  } catch (error) {
    // The connection may be what failed; the error that led here is the one that matters.
    if (isOpen) await runner.query('ROLLBACK').catch(() => undefined);
    // Of statements that were sent together, what a later one answered may have come to the caller first.
    throw sqlState(error) === abortedTransaction ? (cause ?? error) : error;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** What is committed has happened: who is told of it and throws changes nothing of that. */
function tell(then: () => void): void {
  try {
    then();
  } catch (error) {
    process.emitWarning(`after a commit: ${error}`);
  }
}

/** Statements that answer nothing where `begun` has failed. Failures are told in the order of the statements. */
function following(begun: Promise<unknown>, statements: Sql, onFailure: (error: unknown) => void): Sql {
  // Each statement tells of it; where there is none, the commit does.
  begun.catch(() => undefined);
  return {
    async query<Row>(text: string, params?: readonly unknown[]) {
      const answer = statements.query<Row>(text, params);
      answer.catch(onFailure);
      const [, rows] = await Promise.all([begun, answer]);
      return rows;
    },
  };
}

/** Single statements on the pool, each its own transaction. */
export function onPool(db: DataSource, { prepared = false }: PoolOptions = {}): Sql {
  return {
    async query<Row>(text: string, params: readonly unknown[] = []) {
      const runner = db.createQueryRunner();
      try {
        const sql = prepared ? await preparedOn(await runner.connect()) : sqlOf(runner);
        return await sql.query<Row>(text, params);
      } finally {
        await runner.release();
      }
    },
  };
}

/** Not by TypeORM's runner, which waits before it sends: a commit would overtake the statements before it. */
function unpreparedOn(client: PoolClient): Sql {
  return {
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await client.query(text, [...params])).rows as Row[];
    },
  };
}

function sqlOf(runner: QueryRunner): Sql {
  return {
    async query<Row>(text: string, params: readonly unknown[] = []) {
      const result = await runner.query(text, params as unknown[], true);
      return result.records as Row[];
    },
  };
}

/** The SQLSTATE of a Postgres error, through TypeORM's wrapping; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code =
    (error as { code?: unknown }).code ?? (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** The constraint that a Postgres error names. */
export function constraintOf(error: unknown): string | undefined {
  const driverError = (error as { driverError?: { constraint?: string } }).driverError;
  return driverError?.constraint ?? (error as { constraint?: string }).constraint;
}
