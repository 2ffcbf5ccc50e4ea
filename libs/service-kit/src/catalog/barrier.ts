import { setTimeout as wait } from 'node:timers/promises';
import type { CatalogStream } from '@cairn/contracts/topics';
import type { Sql } from '../postgres/sql.js';
import { appliedVersion } from './applied.js';

/** Milliseconds between looks: soon at first, since most are there at once. */
const looks = { first: 10, most: 200 };

/** Waits, holding no transaction, until this service has the version. @returns whether it has, within `waitMs`. */
export async function waitUntilApplied(
  sql: Sql,
  brandId: string,
  stream: CatalogStream,
  min: number,
  waitMs: number,
): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  let pause = looks.first;
  while ((await appliedVersion(sql, brandId, stream)) < min) {
    if (performance.now() >= deadline) return false;
    await wait(pause);
    pause = Math.min(looks.most, pause * 1.5);
  }
  return true;
}
