import { z } from 'zod';
import { actionCategory, actionLimit, reviewMode, trustLevel } from '../earning.js';
import { actor } from '../events/audit-recorded.js';
import { currency, eventId, id, instant, minorUnits, points } from '../scalars.js';
import { rejectionReason, submissionKind, submissionStatus } from '../submission.js';
import { proofUrl } from './ingest-event.js';
import { receipt } from './ledger.js';
import { mediaItem } from './media.js';
import { pageQuery } from './page.js';

/** GET /submissions, one item; `revision` is the ETag (api.md, Shapes). */
export const submissionItem = z
  .object({
    id,
    ambassadorId: id,
    /** By the name that is known now; null where they are not known here. */
    ambassador: z.object({ id, name: z.string() }).nullable(),
    trust: trustLevel,
    kind: submissionKind,
    programId: id,
    /** Of an action; null for a sale. */
    actionId: id.nullable(),
    action: z.object({ id, name: z.string(), category: actionCategory }).nullable(),
    /** Of a self-referral; amounts are minor units. */
    order: z.object({ id: z.string(), netAmount: minorUnits, currency }).nullable(),
    eventId,
    proofUrl: z.string().nullable(),
    /** Where the proof is a photo or video that was handed in itself; null for an address of a post. */
    media: mediaItem.nullable(),
    text: z.string().nullable(),
    paidPartnership: z.boolean(),
    status: submissionStatus,
    /** Awarded at once, and looked at after the fact (domain.md 2.2). */
    sampled: z.boolean(),
    /** How often it was handed in. */
    attempt: z.int().min(1),
    reason: rejectionReason.nullable(),
    /** The reviewer's words to the ambassador. */
    rejectionText: z.string().nullable(),
    reviewedBy: actor.nullable(),
    reviewedAt: instant.nullable(),
    /** The event's own time: its award has it. */
    submittedAt: instant,
    /** Since when it waits for the brand; null while it does not. */
    waitingSince: instant.nullable(),
    /** What an approval gives: the points that the action showed when it was submitted. */
    points,
    /** The ledger row that stands; null while nothing is awarded. */
    entryId: id.nullable(),
    revision: z.int(),
  })
  .meta({ id: 'Submission' });

const statuses = z
  .string()
  .max(200)
  .transform(text => text.split(','))
  .pipe(z.array(submissionStatus));

const filters = {
  /** One or more, as `?status=in_review` or `?status=approved,rejected`. */
  status: statuses.optional(),
  kind: submissionKind.optional(),
  actionId: id.optional(),
  programId: id.optional(),
  ambassadorId: id.optional(),
  sampled: z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional(),
  /** Waiting since before this instant. */
  olderThan: instant.optional(),
};

/** GET /submissions: newest first; `order=oldest`: who waits longest first. */
export const submissionsQuery = pageQuery.extend({
  ...filters,
  order: z.enum(['newest', 'oldest']).default('newest'),
});

/** GET /submissions/counts: what waits for the brand. */
export const submissionCounts = z
  .object({
    waiting: z.int(),
    byKind: z.record(submissionKind, z.int()),
    /** Since when the one that waits longest does; null where none waits. */
    oldest: instant.nullable(),
  })
  .meta({ id: 'SubmissionCounts' });

const rejection = {
  reason: rejectionReason,
  /** Shown to the ambassador with the reason. */
  text: z.string().trim().max(2_000).optional(),
};

/** POST /submissions/{id}/reject (domain.md 2.2). */
export const rejectSubmission = z
  .strictObject(rejection)
  .refine(of => of.reason !== 'other' || (of.text ?? '') !== '', {
    path: ['text'],
    message: 'say why: "other" says nothing by itself',
  })
  .meta({ id: 'RejectSubmission' });

/** POST /submissions/bulk: each on its own; what cannot be done is in the answer's `refused`. */
export const bulkSubmissions = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.enum(['approve', 'undo']), ids: z.array(id).min(1).max(200) }),
    z.strictObject({ action: z.literal('reject'), ids: z.array(id).min(1).max(200), ...rejection }),
  ])
  .refine(of => of.action !== 'reject' || of.reason !== 'other' || (of.text ?? '') !== '', {
    path: ['text'],
    message: 'say why: "other" says nothing by itself',
  })
  .meta({ id: 'BulkSubmissions' });

/** POST /api/portal/v1/submissions: an action that the ambassador has done, now. */
export const submitAction = z
  .strictObject({
    actionId: id,
    proofUrl: proofUrl.optional(),
    text: z.string().max(10_000).optional(),
    paidPartnership: z.boolean().optional(),
  })
  .meta({ id: 'SubmitAction' });

/** How a form says yes or no: it knows texts alone. */
const formFlag = z
  .enum(['true', 'false'])
  .transform(text => text === 'true')
  .optional();

/** The fields of POST /api/portal/v1/submissions as multipart/form-data, beside the part `file`. */
export const submitForm = submitAction.omit({ proofUrl: true }).extend({ paidPartnership: formFlag });

/** 202 of what a portal sends in; `receipt` says `accepted` where it is not judged within two seconds. */
export const acceptedActivity = z.object({ eventId, receipt }).meta({ id: 'AcceptedActivity' });

/** 202 of POST /api/portal/v1/submissions. `submissionId`: of what is reviewed or can be mended; others have none. */
export const submitted = acceptedActivity
  .extend({ submissionId: id.nullable() })
  .meta({ id: 'SubmittedAction' });

/** PUT /api/portal/v1/submissions/{id}: what is left out stays as it was (domain.md 2.2, 2.3). */
export const mendSubmission = z
  .strictObject({
    proofUrl: proofUrl.nullable().optional(),
    text: z.string().max(10_000).nullable().optional(),
    paidPartnership: z.boolean().optional(),
  })
  .meta({ id: 'MendSubmission' });

/** The fields of PUT /api/portal/v1/submissions/{id} as multipart/form-data; an empty text is none. */
export const mendForm = mendSubmission.omit({ proofUrl: true }).extend({
  text: z
    .string()
    .max(10_000)
    .transform(text => (text === '' ? null : text))
    .optional(),
  paidPartnership: formFlag,
});

/** GET /api/portal/v1/submissions, one item: what an ambassador may know of their own. */
export const ownSubmission = submissionItem
  .omit({ ambassador: true, trust: true, reviewedBy: true, sampled: true, entryId: true })
  .extend({ explanation: z.string() })
  .meta({ id: 'OwnSubmission' });

/** GET /api/portal/v1/actions, one item. */
export const portalAction = z
  .object({
    id,
    programId: id,
    name: z.string(),
    category: actionCategory,
    points,
    limit: actionLimit.nullable(),
    /** How often it still earns in this period; null where nothing limits it. */
    left: z.int().nullable(),
    review: reviewMode,
    /** One of these has to be in the text (2.3); none is asked for where it is empty. */
    disclosureTags: z.array(z.string()),
    /** Of this ambassador's, how many wait for the brand. */
    waiting: z.int(),
    /** Their newest one that is reviewed. */
    submission: ownSubmission.nullable(),
  })
  .meta({ id: 'PortalAction' });

/** GET /api/portal/v1/campaigns, one item. */
export const portalCampaign = z
  .object({
    id,
    name: z.string(),
    joinPoints: points,
    completionPoints: points,
    endsAt: instant,
    /** `open`: not joined yet. */
    state: z.enum(['open', 'joined', 'completed']),
  })
  .meta({ id: 'PortalCampaign' });

/** PUT /internal/ambassadors/{id}/trust; null gives it back to the brand's rule (domain.md 1.5). */
export const setTrust = z.strictObject({ trust: trustLevel.nullable() });

/** PUT /internal/trusts: of an import's ambassadors, each once. */
export const setTrusts = z.strictObject({
  items: z.array(z.strictObject({ ambassadorId: id, trust: trustLevel })).max(1_000),
});

export const trustView = z.object({ trust: trustLevel, setBy: z.enum(['admin', 'rule']) });

export type SubmissionItem = z.infer<typeof submissionItem>;
export type SubmissionsQuery = z.infer<typeof submissionsQuery>;
export type SubmissionCounts = z.infer<typeof submissionCounts>;
export type RejectSubmission = z.infer<typeof rejectSubmission>;
export type BulkSubmissions = z.infer<typeof bulkSubmissions>;
export type SubmitAction = z.infer<typeof submitAction>;
export type MendSubmission = z.infer<typeof mendSubmission>;
export type OwnSubmission = z.infer<typeof ownSubmission>;
export type PortalCampaign = z.infer<typeof portalCampaign>;
export type PortalAction = z.infer<typeof portalAction>;
export type TrustView = z.infer<typeof trustView>;
