import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { catalogMigration } from './catalog.js';
import { clicksMigration } from './clicks.js';
import { shopOrdersMigration } from './shop-orders.js';

export const migrations = [
  plumbingMigration,
  tracesMigration,
  catalogMigration,
  clicksMigration,
  shopOrdersMigration,
];
