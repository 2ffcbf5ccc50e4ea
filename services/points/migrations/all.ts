import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { catalogMigration } from './catalog.js';
import { ledgerMigration } from './ledger.js';

export const migrations = [plumbingMigration, ledgerMigration, catalogMigration];
