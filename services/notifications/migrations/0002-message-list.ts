import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

export const messageList = sqlMigration(
  'MessageList1763900000002',
  `
    -- Lists newest first: by status, and of one ambassador (out/postgres/message-list.ts).
    CREATE INDEX messages_by_status ON messages (brand_id, status, created_at, message_id);
    CREATE INDEX messages_of_recipient ON messages (recipient, created_at);
`,
);
