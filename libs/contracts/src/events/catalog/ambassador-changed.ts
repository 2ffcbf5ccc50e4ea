import { z } from 'zod';
import { address } from '../../address.js';
import { defineEvent } from '../../envelope.js';
import { id, instant, timezone } from '../../scalars.js';

/** An ambassador with every membership (domain.md 1.2, 1.3). Personal data. */
export const ambassadorChanged = defineEvent({
  type: 'com.cairn.catalog.ambassador.changed.v1',
  summary: 'An ambassador joined, moved, left or was changed.',
  data: z.object({
    ambassadorId: id,
    externalId: z.string().nullable(),
    name: z.string(),
    /** Case-folded. */
    email: z.string(),
    /** As shown to people; compared case-folded. */
    code: z.string(),
    link: z.string(),
    timezone: timezone.nullable(),
    locale: z.string().nullable(),
    /** Where rewards are sent; null: not known (4.5). */
    address: address.nullable().default(null),
    /** Ascending, without gaps or overlap; the last is open unless they left. */
    memberships: z.array(z.object({ programId: id, from: instant, to: instant.nullable() })),
  }),
  example: {
    ambassadorId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01',
    externalId: 'cust-42',
    name: 'Ada',
    email: 'ada@example.com',
    code: 'ADA7QF2',
    link: 'https://links.example.com/r/ADA7QF2',
    timezone: null,
    locale: null,
    address: null,
    memberships: [
      { programId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02', from: '2026-10-01T00:00:00.000Z', to: null },
    ],
  },
});
