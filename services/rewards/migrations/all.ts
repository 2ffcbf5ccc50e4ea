import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { grants } from './0001-grants.js';

export const migrations = [plumbingMigration, grants];
