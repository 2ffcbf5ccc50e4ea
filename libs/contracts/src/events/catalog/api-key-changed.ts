import { z } from 'zod';
import { defineEvent } from '../../envelope.js';
import { id } from '../../scalars.js';

export const apiKeyScope = z.enum(['events:write', 'admin:read', 'admin:write']);

export type ApiKeyScope = z.infer<typeof apiKeyScope>;

/** An API key by its SHA-256; the key itself is shown once and kept nowhere. */
export const apiKeyChanged = defineEvent({
  type: 'com.cairn.catalog.api-key.changed.v1',
  summary: 'An API key was made or revoked.',
  data: z.object({
    brandId: id,
    keyId: id,
    /** SHA-256 of the key, hex. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    scopes: z.array(apiKeyScope),
    revoked: z.boolean(),
  }),
  example: {
    brandId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a00',
    keyId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a09',
    hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    scopes: ['events:write'],
    revoked: false,
  },
});
