import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { planOnce, preparedOn } from './prepared.js';

/** Statements inside one transaction (or on the pool). Rows come back as plain objects. */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** Deadlock, serialization failure: the whole transaction may be run again. */
const retryable = new Set(['40P01', '40001']);

export interface TransactionOptions {
  /**
   * Whether Postgres is to keep the statements' plans (prepared.ts): for work that sends the same few texts again and
   * again.
   */
  prepared?: boolean;
}

/**
 * Runs `work` in one transaction and commits it; a deadlock is run again, at most three times, so `work` must hold
 * no state of its own between runs.
 */
export async function inTransaction<Result>(
  db: DataSource,
  work: (sql: Sql) => Promise<Result>,
  { prepared = false }: TransactionOptions = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work, prepared);
    } catch (error) {
      if (attempt === 3 || !retryable.has(sqlState(error) ?? '')) throw error;
    }
  }
}

async function once<Result>(
  db: DataSource,
  work: (sql: Sql) => Promise<Result>,
  prepared: boolean,
): Promise<Result> {
  const runner = db.createQueryRunner();
  let isOpen = false;
  try {
    // TypeORM hands out pg's own client here, untyped.
    const client: PoolClient = await runner.connect();
    const sql = prepared ? await preparedOn(client) : sqlOf(runner);
    isOpen = true;
    await client.query(prepared ? `START TRANSACTION; ${planOnce}` : 'START TRANSACTION');
    const result = await work(sql);
    await client.query('COMMIT');
    isOpen = false;
    return result;
  } catch (error) {
    // The connection may be what failed; the error that led here is the one that matters.
    if (isOpen) await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** Single statements on the pool, each its own transaction. */
export function onPool(db: DataSource, { prepared = false }: TransactionOptions = {}): Sql {
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
