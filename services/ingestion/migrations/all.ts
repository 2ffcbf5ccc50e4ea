import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { catalogMigration } from './catalog.js';

export const migrations = [plumbingMigration, catalogMigration];
