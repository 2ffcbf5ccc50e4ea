import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { catalogMigration } from './catalog.js';

export const migrations = [plumbingMigration, tracesMigration, catalogMigration];
