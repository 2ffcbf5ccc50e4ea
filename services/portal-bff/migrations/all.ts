import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { accounts } from './0001-accounts.js';
import { readModel } from './0002-read-model.js';

export const migrations = [plumbingMigration, accounts, readModel];
