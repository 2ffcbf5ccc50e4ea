import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { messages } from './0001-messages.js';

export const migrations = [plumbingMigration, messages];
