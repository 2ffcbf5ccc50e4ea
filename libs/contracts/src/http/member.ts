import { z } from 'zod';
import { id, instant } from '../scalars.js';

/** What a signed-in admin may do (domain.md 6.1). */
export const memberRole = z.enum(['owner', 'manager', 'reviewer', 'viewer']);

const fields = {
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  role: memberRole,
};

/** POST /members: somebody who may sign in to the admin UI. */
export const createMember = z.strictObject(fields).meta({ id: 'CreateMember' });

/** PATCH /members/{id}. */
export const updateMember = z
  .strictObject({ name: fields.name, role: fields.role })
  .partial()
  .meta({ id: 'UpdateMember' });

export const memberItem = z.object({ id, ...fields, createdAt: instant }).meta({ id: 'Member' });

/** GET /api/v1/me: who calls, and what they may do. */
export const me = z
  .object({
    brand: z.object({ id, name: z.string(), slug: z.string(), accent: z.string().nullable() }),
    kind: z.enum(['admin', 'api_key']),
    name: z.string(),
    email: z.string().nullable(),
    role: memberRole.nullable(),
    can: z.array(z.enum(['read', 'write', 'fulfil', 'members'])),
  })
  .meta({ id: 'Me' });

export type MemberRole = z.infer<typeof memberRole>;
export type CreateMember = z.infer<typeof createMember>;
export type UpdateMember = z.infer<typeof updateMember>;
export type MemberItem = z.infer<typeof memberItem>;
export type Me = z.infer<typeof me>;
