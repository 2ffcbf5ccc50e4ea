import { type CreateBrand, createBrand as input } from '@cairn/contracts/http/brand';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { platformCaller } from '../app/auth/platform.js';
import { createBrand } from '../app/brands/create-brand.js';

/** A brand as the platform makes it; with everything that a test does not name at its default. */
export async function testBrand(
  db: DataSource,
  change: Partial<z.input<typeof input>> = {},
  at = new Date(),
) {
  const asked: CreateBrand = input.parse({
    name: 'Rosewood',
    timezone: 'Europe/London',
    currency: 'GBP',
    ...change,
  });
  const created = await inTransaction(db, sql => createBrand(sql, platformCaller(null), asked, at));
  return created.body;
}
