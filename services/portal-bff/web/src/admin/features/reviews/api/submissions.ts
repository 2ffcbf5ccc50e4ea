import { actionItem } from '@cairn/contracts/http/action';
import { bulkAnswer } from '@cairn/contracts/http/fulfilment';
import { pageOf } from '@cairn/contracts/http/page';
import { type SubmissionItem, submissionCounts, submissionItem } from '@cairn/contracts/http/submission';
import type { RejectionReason } from '@cairn/contracts/submission';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet } from '../../api/admin-call.js';
import { everyPage } from '../../api/every-page.js';
import { usePages } from '../../api/use-pages.js';
import { useCan } from '../../session/use-me.js';

const itemPage = pageOf(submissionItem);
const actionPage = pageOf(actionItem);

export interface SubmissionFilters {
  /** Absent: what waits for the brand, the longest first. */
  status?: string;
  kind?: string;
  actionId?: string;
  programId?: string;
  ambassadorId?: string;
  sampled?: string;
  /** RFC 3339. */
  olderThan?: string;
}

/** GET /submissions: the queue, or what was decided, newest first. */
export function useSubmissions({ status = 'in_review', ...filters }: SubmissionFilters) {
  const order = status === 'in_review' ? 'oldest' : 'newest';
  const asked = { ...filters, status, order, limit: 50 };
  return usePages(['submissions', asked], (cursor, signal) =>
    adminGet('/submissions', itemPage, { ...asked, cursor }, signal),
  );
}

/** GET /submissions/counts, asked again every half a minute: the rail shows it on every page. */
export function useSubmissionCounts() {
  const canRead = useCan('read');
  return useQuery({
    queryKey: ['submission-counts'],
    queryFn: ({ signal }) => adminGet('/submissions/counts', submissionCounts, {}, signal),
    refetchInterval: 30_000,
    enabled: canRead,
  });
}

/** How many submissions wait for somebody; null until it is known. */
export const useReviewCount = () => useSubmissionCounts().data?.waiting ?? null;

/** GET /actions, all of them: what the queue can be filtered by. */
export function useActionChoices() {
  return useQuery({
    queryKey: ['action-choices'],
    queryFn: ({ signal }) => everyPage(page => adminGet('/actions', actionPage, page, signal)),
    staleTime: 60_000,
  });
}

/** What a reviewer decides (domain.md 2.2). */
export type Decision =
  | { action: 'approve' | 'undo' }
  | { action: 'reject'; reason: RejectionReason; text?: string };

/**
 * POST /submissions/{id}/approve, /reject, /undo: answers it as it is then. Throws ApiProblem, 412 where somebody has
 * changed it since it was read.
 */
export function decide({ id, revision }: Pick<SubmissionItem, 'id' | 'revision'>, decision: Decision) {
  const { action, ...words } = decision;
  const body = action === 'reject' ? words : {};
  return adminCommand('POST', `/submissions/${encodeURIComponent(id)}/${action}`, submissionItem, {
    body,
    ifMatch: revision,
  });
}

/** What one call of the bulk takes. */
const MOST = 200;

/** POST /submissions/bulk: each on its own; what could not be done is in `refused`. Throws ApiProblem. */
export async function decideMany(ids: readonly string[], decision: Decision) {
  const all: { done: string[]; refused: { id: string; code: string; detail: string }[] } = {
    done: [],
    refused: [],
  };
  for (let from = 0; from < ids.length; from += MOST) {
    const body = { ids: ids.slice(from, from + MOST), ...decision };
    const answer = await adminCommand('POST', '/submissions/bulk', bulkAnswer, { body });
    all.done.push(...answer.done);
    all.refused.push(...answer.refused);
  }
  return all;
}

/** To be called when something was decided: the queue, its counts, and what an award moves are read again. */
export function useReviewsChanged() {
  const queries = useQueryClient();
  return () => {
    for (const key of [
      'submissions',
      'submission-counts',
      'ambassador',
      'ambassador-balance',
      'ambassador-progress',
      'ambassador-ledger',
      'ambassador-receipts',
    ]) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
