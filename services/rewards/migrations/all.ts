import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { grants } from './0001-grants.js';
import { allRewards } from './0002-all-rewards.js';
import { recalledGrants } from './0003-recalled-grants.js';
import { waitingGrants } from './0004-waiting-grants.js';
import { deficits, deficitsIndex } from './0005-deficits.js';
import { grantsOfShop, severalShops } from './0006-several-shops.js';
import { shopOrders } from './0007-shop-orders.js';

export const migrations = [
  plumbingMigration,
  idempotencyMigration,
  tracesMigration,
  grants,
  allRewards,
  recalledGrants,
  waitingGrants,
  deficits,
  deficitsIndex,
  severalShops,
  grantsOfShop,
  shopOrders,
];
