import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { adjustmentsMigration, earlierAdjustmentsMigration } from './adjustments.js';
import { attributedSalesMigration } from './attributed-sales.js';
import { catalogMigration } from './catalog.js';
import { earningMigration } from './earning.js';
import { ledgerMigration } from './ledger.js';
import { recallMigration } from './recall.js';
import { receiptMonthsMigration } from './receipt-months.js';
import { refusedEventsMigration } from './refused-events.js';
import { reviewsMigration } from './reviews.js';
import { seriesProgramsMigration } from './series-programs.js';
import { simulationsMigration } from './simulations.js';

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
  attributedSalesMigration,
  refusedEventsMigration,
  seriesProgramsMigration,
  adjustmentsMigration,
  earlierAdjustmentsMigration,
];
