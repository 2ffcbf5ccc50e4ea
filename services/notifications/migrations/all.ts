import { idempotencyMigration } from '@cairn/service-kit/postgres/idempotency-migration';
import { plumbingMigration } from '@cairn/service-kit/postgres/plumbing-migration';
import { tracesMigration } from '@cairn/service-kit/postgres/traces-migration';
import { messages } from './0001-messages.js';
import { messageList } from './0002-message-list.js';

export const migrations = [plumbingMigration, idempotencyMigration, tracesMigration, messages, messageList];
