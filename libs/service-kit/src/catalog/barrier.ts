import { setTimeout as wait } from 'node:timers/promises';
import type { CatalogStream } from '@cairn/contracts/topics';
import type { Sql } from '../postgres/sql.js';
import { appliedVersion } from './applied.js';

/** Milliseconds between looks. */
const lookEvery = 20;

/** Waits, holding no transaction, until this service has the version. @returns whether it has, within `waitMs`. */
export async function waitUntilApplied(
  sql: Sql,
  brandId: string,
  stream: CatalogStream,
  min: number,
  waitMs: number,
): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  while ((await appliedVersion(sql, brandId, stream)) < min) {
    if (performance.now() >= deadline) return false;
    await wait(lookEvery);
  }
  return true;
}
