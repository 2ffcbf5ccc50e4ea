import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { accounts } from './0001-accounts.js';
import { readModel } from './0002-read-model.js';
import { sessionsMadeFrom } from './0003-sessions-made-from.js';
import { earning } from './0004-earning.js';
import { members } from './0005-members.js';
import { deadLetters } from './0006-dead-letters.js';
import { codesAlerts } from './0007-codes-alerts.js';
import { homeAccepted } from './0008-home-accepted.js';
import { reviews } from './0009-reviews.js';
import { media } from './0010-media.js';
import { looks } from './0011-looks.js';
import { attribution } from './0012-attribution.js';
import { attributionModel } from './0013-attribution-model.js';

export const migrations = [
  plumbingMigration,
  idempotencyMigration,
  tracesMigration,
  accounts,
  readModel,
  sessionsMadeFrom,
  earning,
  members,
  deadLetters,
  codesAlerts,
  homeAccepted,
  reviews,
  media,
  looks,
  attribution,
  attributionModel,
];
