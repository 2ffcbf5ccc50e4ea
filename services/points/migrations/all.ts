import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { catalogMigration } from './catalog.js';
import { earningMigration } from './earning.js';
import { ledgerMigration } from './ledger.js';
import { recallMigration } from './recall.js';

export const migrations = [
  plumbingMigration,
  idempotencyMigration,
  ledgerMigration,
  catalogMigration,
  earningMigration,
  recallMigration,
];
