import type { DataSource, QueryRunner } from 'typeorm';

/** Statements inside one transaction (or on the pool). Rows come back as plain objects. */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** Deadlock, serialization failure: the whole transaction may be run again. */
const retryable = new Set(['40P01', '40001']);

/**
 * Runs `work` in one transaction and commits it; a deadlock is run again, at most three times, so `work` must hold
 * no state of its own between runs.
 */
export async function inTransaction<Result>(
  db: DataSource,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work);
    } catch (error) {
      if (attempt === 3 || !retryable.has(sqlState(error) ?? '')) throw error;
    }
  }
}

async function once<Result>(db: DataSource, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const runner = db.createQueryRunner();
  try {
    await runner.connect();
    await runner.startTransaction();
    const result = await work(sqlOf(runner));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // The connection may be what failed; the error that led here is the one that matters.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** Single statements on the pool, each its own transaction. */
export function onPool(db: DataSource): Sql {
  return {
    async query<Row>(text: string, params: readonly unknown[] = []) {
      const runner = db.createQueryRunner();
      try {
        return await sqlOf(runner).query<Row>(text, params);
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
