import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { catalogMigration } from './catalog.js';
import { earningMigration } from './earning.js';
import { ledgerMigration } from './ledger.js';
import { recallMigration } from './recall.js';
import { seriesProgramsMigration } from './series-programs.js';

export const migrations = [
  plumbingMigration,
  idempotencyMigration,
  tracesMigration,
  ledgerMigration,
  catalogMigration,
  earningMigration,
  recallMigration,
  seriesProgramsMigration,
];
