import { z } from 'zod';
import { address } from '../address.js';
import { trustLevel } from '../earning.js';
import { id, instant, timezone } from '../scalars.js';

const fields = {
  externalId: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  timezone,
  locale: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'a BCP 47 tag, such as en-GB'),
  address: z.strictObject(address.shape),
  code: z.string().regex(/^[A-Za-z0-9_-]{2,64}$/, '2 to 64 letters, digits, - or _'),
};

/** What milestones takes of POST /ambassadors and of a line of POST /ambassadors/import. */
export const createAmbassador = z.strictObject({
  externalId: fields.externalId.optional(),
  name: fields.name,
  email: fields.email,
  programId: id,
  joinedAt: instant.optional(),
  timezone: fields.timezone.optional(),
  locale: fields.locale.optional(),
  address: fields.address.optional(),
  code: fields.code.optional(),
});

/** PATCH /ambassadors/{id}. */
export const updateAmbassador = z.strictObject(fields).partial();

/**
 * POST /ambassadors, and one line of POST /ambassadors/import: milestones' part, and how far points is to trust them
 * (domain.md 1.5).
 */
export const createTrustedAmbassador = createAmbassador.extend({ trust: trustLevel.optional() });

/** PATCH /ambassadors/{id}; `trust` null leaves it to the brand's rule again. */
export const updateTrustedAmbassador = updateAmbassador.extend({ trust: trustLevel.nullable().optional() });

export type CreateTrustedAmbassador = z.infer<typeof createTrustedAmbassador>;
export type UpdateTrustedAmbassador = z.infer<typeof updateTrustedAmbassador>;
/**
 * POST /ambassadors/{id}/move and /leave: at an instant that is not in the future and not before their last membership
 * began (domain.md 1.4); now where it is left out.
 */
export const moveAmbassador = z
  .strictObject({ programId: id, at: instant.optional() })
  .meta({ id: 'MoveAmbassador' });
export const leaveProgram = z.strictObject({ at: instant.optional() }).meta({ id: 'LeaveProgram' });

export type MoveAmbassador = z.infer<typeof moveAmbassador>;
export type LeaveProgram = z.infer<typeof leaveProgram>;
export type CreateAmbassador = z.infer<typeof createAmbassador>;
export type UpdateAmbassador = z.infer<typeof updateAmbassador>;

/** What POST /ambassadors answers; `link` leads to the brand's landing page (api.md). */
export const createdAmbassador = z
  .object({ id, code: z.string(), link: z.string() })
  .meta({ id: 'CreatedAmbassador' });

/** One line of GET /ambassadors; `programId` null for those who left. */
export const ambassadorItem = z
  .object({
    id,
    externalId: z.string().nullable(),
    name: z.string(),
    email: z.string(),
    code: z.string(),
    link: z.string(),
    programId: id.nullable(),
    joinedAt: instant,
    timezone: z.string().nullable(),
    locale: z.string().nullable(),
  })
  .meta({ id: 'AmbassadorItem' });

/** What milestones knows of one; `revision` is the ETag. */
export const ambassadorDetail = z
  .object({
    ...ambassadorItem.shape,
    address: address.nullable(),
    /** Ascending, each `[from, to)`; `to` null while it lasts (domain.md 1.2). */
    memberships: z.array(z.object({ programId: id, from: instant, to: instant.nullable() })),
    revision: z.int(),
  })
  .meta({ id: 'AmbassadorDetail' });

/** GET /ambassadors/{id} of the admin API: with how far points trusts them, and who said so. */
export const trustedAmbassador = ambassadorDetail
  .extend({ trust: trustLevel, trustSetBy: z.enum(['admin', 'rule']) })
  .meta({ id: 'Ambassador' });

export type TrustedAmbassador = z.infer<typeof trustedAmbassador>;
export type AmbassadorItem = z.infer<typeof ambassadorItem>;
export type AmbassadorDetail = z.infer<typeof ambassadorDetail>;

/** POST /ambassadors/import's answer; `index` is the place among the non-empty lines, from 0. */
export const importReport = z
  .object({
    created: z.int(),
    updated: z.int(),
    rejected: z.array(
      z.object({
        index: z.int(),
        code: z.string(),
        errors: z.array(z.object({ path: z.string(), message: z.string() })),
      }),
    ),
  })
  .meta({ id: 'ImportReport' });

/** What milestones answers portal-bff: whose each line was, by its place among the lines; null where it was rejected. */
export const importedLines = importReport.extend({
  /** None are told by a version of milestones from before; its lines are trusted when they are sent again. */
  ambassadorIds: z.array(id.nullable()).default([]),
});

export type ImportedLines = z.infer<typeof importedLines>;
export type ImportReport = z.infer<typeof importReport>;
