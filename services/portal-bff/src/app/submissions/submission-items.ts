import { pageOf } from '@cairn/contracts/http/page';
import {
  type OwnSubmission,
  ownSubmission,
  type SubmissionItem,
  submissionItem,
} from '@cairn/contracts/http/submission';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { HomeRows } from '../../domain/home/rows.js';
import { adminMediaPath, portalMediaPath } from '../../domain/media/media-proof.js';
import { submissionWords } from '../../domain/words/submission-words.js';
import { ambassadorNames } from '../../out/postgres/read-model/ambassadors.js';
import { mediaOfSubmissions } from '../media/media-of-submissions.js';

/** As points answers: it keeps no names, and knows a photo by its address alone. */
const bare = submissionItem.omit({ ambassador: true, media: true });
const page = pageOf(bare);

type Bare = Omit<SubmissionItem, 'ambassador' | 'media'>;

/** A page of points' submissions with the names that are known here. */
export async function submissionPage(
  sql: Sql,
  brandId: string,
  answer: unknown,
): Promise<{ items: SubmissionItem[]; nextCursor: string | null }> {
  const { items, nextCursor } = page.parse(answer);
  const names = await ambassadorNames(
    sql,
    brandId,
    items.map(item => item.ambassadorId),
  );
  const mediaOf = await mediaOfSubmissions(sql, brandId, items, adminMediaPath);
  const named = items.map(item => {
    const name = names.get(item.ambassadorId);
    const ambassador = name === undefined ? null : { id: item.ambassadorId, name };
    return { ...item, ambassador, media: mediaOf(item) };
  });
  return { items: named, nextCursor };
}

/** One submission, likewise. */
export async function submissionOf(sql: Sql, brandId: string, answer: unknown): Promise<SubmissionItem> {
  const { items } = await submissionPage(sql, brandId, { items: [answer], nextCursor: null });
  return items[0]!;
}

/** A page of somebody's own submissions, each with what to do about it. */
export async function ownSubmissions(
  sql: Sql,
  brandId: string,
  answer: unknown,
  brand: HomeRows['brand'],
): Promise<{ items: OwnSubmission[]; nextCursor: string | null }> {
  const { items, nextCursor } = page.parse(answer);
  const mediaOf = await mediaOfSubmissions(sql, brandId, items, portalMediaPath);
  // The schema drops what is the brand's to know.
  const own = (item: Bare) =>
    ownSubmission.parse({ ...item, media: mediaOf(item), explanation: submissionWords(item, brand) });
  return { items: items.map(own), nextCursor };
}

/** One of them. */
export async function ownSubmissionOf(
  sql: Sql,
  brandId: string,
  answer: unknown,
  brand: HomeRows['brand'],
): Promise<OwnSubmission> {
  const { items } = await ownSubmissions(sql, brandId, { items: [answer], nextCursor: null }, brand);
  return items[0]!;
}

/** The event of a submission as points answers it. @throws DomainError `not_found` where it is somebody else's. */
export function ownEventId(answer: unknown, ambassadorId: string): string {
  const known = bare.parse(answer);
  if (known.ambassadorId === ambassadorId) return known.eventId;
  throw new DomainError('not_found', 'There is no submission with this id: check the id.');
}
