import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { grants } from './0001-grants.js';
import { allRewards } from './0002-all-rewards.js';
import { recalledGrants } from './0003-recalled-grants.js';

export const migrations = [plumbingMigration, idempotencyMigration, grants, allRewards, recalledGrants];
