import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { catalogMigration } from './catalog.js';
import { earningMigration } from './earning.js';
import { ledgerMigration } from './ledger.js';
import { recallMigration } from './recall.js';
import { receiptMonthsMigration } from './receipt-months.js';
import { simulationsMigration } from './simulations.js';
import { reviewsMigration } from './reviews.js';

export const migrations = [
  plumbingMigration,
  idempotencyMigration,
  tracesMigration,
  ledgerMigration,
  catalogMigration,
  earningMigration,
  recallMigration,
  receiptMonthsMigration,
  simulationsMigration,
  reviewsMigration,
];
