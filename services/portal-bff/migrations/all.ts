import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { accounts } from './0001-accounts.js';
import { readModel } from './0002-read-model.js';
import { sessionsMadeFrom } from './0003-sessions-made-from.js';

export const migrations = [plumbingMigration, accounts, readModel, sessionsMadeFrom];
