import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { catalogMigration } from './catalog.js';
import { earningMigration } from './earning.js';
import { ledgerMigration } from './ledger.js';

export const migrations = [
  plumbingMigration,
  idempotencyMigration,
  ledgerMigration,
  catalogMigration,
  earningMigration,
];
