import { pageOf } from '@cairn/contracts/http/page';
import {
  type OwnSubmission,
  ownSubmission,
  type SubmissionItem,
  submissionItem,
} from '@cairn/contracts/http/submission';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { HomeRows } from '../../domain/home/rows.js';
import { submissionWords } from '../../domain/words/submission-words.js';
import { ambassadorNames } from '../../out/postgres/read-model/ambassadors.js';

/** As points answers: it keeps no names. */
const nameless = submissionItem.omit({ ambassador: true });
const page = pageOf(nameless);

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
  const named = items.map(item => {
    const name = names.get(item.ambassadorId);
    return { ...item, ambassador: name === undefined ? null : { id: item.ambassadorId, name } };
  });
  return { items: named, nextCursor };
}

/** One submission, likewise. */
export async function submissionOf(sql: Sql, brandId: string, answer: unknown): Promise<SubmissionItem> {
  const { items } = await submissionPage(sql, brandId, { items: [answer], nextCursor: null });
  return items[0]!;
}

/** A page of somebody's own submissions, each with what to do about it. */
export function ownSubmissions(
  answer: unknown,
  brand: HomeRows['brand'],
): { items: OwnSubmission[]; nextCursor: string | null } {
  const { items, nextCursor } = page.parse(answer);
  return { items: items.map(item => own(item, brand)), nextCursor };
}

/** One of them. */
export function ownSubmissionOf(answer: unknown, brand: HomeRows['brand']): OwnSubmission {
  return own(nameless.parse(answer), brand);
}

/** The schema drops what is the brand's to know. */
function own(item: Omit<SubmissionItem, 'ambassador'>, brand: HomeRows['brand']): OwnSubmission {
  return ownSubmission.parse({ ...item, explanation: submissionWords(item, brand) });
}
