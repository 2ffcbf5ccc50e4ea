import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { programsMigration } from './0001-programs.js';
import { ambassadorsMigration } from './0002-ambassadors.js';
import { seriesMigration } from './0003-series.js';
import { progressMigration } from './0004-progress.js';
import { membershipsUncheckedMigration } from './0005-memberships-unchecked.js';
import { pausesMigration } from './0006-pauses.js';
import { progressCollectedMigration } from './0007-progress-collected.js';
import { recalledUnlocksMigration } from './0008-recalled-unlocks.js';
import { seriesEditsMigration } from './0009-series-edits.js';
import { progressOfSeriesMigration } from './0010-progress-of-series.js';

export const migrations = [
  plumbingMigration,
  idempotencyMigration,
  tracesMigration,
  programsMigration,
  ambassadorsMigration,
  seriesMigration,
  progressMigration,
  membershipsUncheckedMigration,
  pausesMigration,
  progressCollectedMigration,
  recalledUnlocksMigration,
  seriesEditsMigration,
  progressOfSeriesMigration,
];
