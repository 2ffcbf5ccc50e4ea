import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id, instant } from '../../scalars.js';

export const messageStatus = z.enum(['waiting', 'sending', 'sent', 'unknown', 'dropped']);

/** A message's state, without its words or its address. The aggregate is the message. */
export const messageChanged = defineEvent({
  type: 'com.cairn.notifications.message.changed.v1',
  summary: 'A message to an ambassador or an admin was sent, dropped, or lost sight of.',
  data: z.object({
    messageId: id,
    ambassadorId: id.nullable(),
    template: z.string().min(1),
    cause: z.string().min(1),
    status: messageStatus,
    /**
     * Grants that an unlock mail went without, to be brought by one second mail; or that such a mail brings (domain.md
     * 5.1). Not known of a mail that still waits, except of a second one. Messages from before this was told say none: an
     * unlock mail among them is taken to have gone with everything.
     */
    grants: z.array(id).default([]),
    at: instant,
  }),
  example: {
    messageId: '3e8d4b6e-9dc0-51d1-b245-5ffdce74fad2',
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    template: 'tier-unlocked',
    cause: '0b5a1f3e-9dc0-51d1-b245-5ffdce74fad2',
    status: 'sent',
    grants: [],
    at: '2026-11-01T10:00:00.900Z',
  },
});
