import { z } from 'zod';

/** What is reviewed: a completed action (domain.md 2.2), or a sale to the ambassador's own address (2.11). */
export const submissionKind = z.enum(['action', 'self_referral']);

/** `disclosure_missing` waits for the ambassador (2.3), `in_review` for the brand. */
export const submissionStatus = z.enum(['in_review', 'disclosure_missing', 'approved', 'rejected']);

/**
 * Why a submission was rejected (2.2): what reviewers of other people's posts run into, each with something that its
 * author can do about it.
 * - `wrong_content`: it shows something else than what the task asks for.
 * - `not_visible`: the post is private, deleted, or its address leads nowhere.
 * - `not_own_content`: it is somebody else's.
 * - `low_quality`: it cannot be used as it is, such as a blurred photo.
 * - `missing_requirement`: a part of the task is missing, such as a mention.
 * - `suspected_fraud`: bought likes, copied reviews, orders of their own.
 * - `other`: the text says it.
 */
export const rejectionReason = z.enum([
  'wrong_content',
  'not_visible',
  'not_own_content',
  'low_quality',
  'missing_requirement',
  'suspected_fraud',
  'other',
]);

export type SubmissionKind = z.infer<typeof submissionKind>;
export type SubmissionStatus = z.infer<typeof submissionStatus>;
export type RejectionReason = z.infer<typeof rejectionReason>;
