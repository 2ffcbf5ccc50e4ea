import { pageOf } from '@cairn/contracts/http/page';
import {
  brandReceiptItem,
  type ReplayReceipts,
  replayAnswer,
  replayProgress,
} from '@cairn/contracts/http/replay';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { adminCommand, adminGet } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';

export interface ReceiptFilters {
  reason: string;
  programId?: string;
  /** RFC 3339. */
  from?: string;
  to?: string;
}

const receiptPage = pageOf(brandReceiptItem);

/** GET /receipts by reason, newest accepted first. */
export const useBrandReceipts = (filters: ReceiptFilters) =>
  usePages(['receipts', filters], (cursor, signal) =>
    adminGet('/receipts', receiptPage, { ...filters, cursor }, signal),
  );

const answer = z.union([replayProgress, replayAnswer]);

export type ReplayProgress = z.infer<typeof replayProgress>;
export type ReplayOutcome = z.infer<typeof answer>;

/** Milliseconds between looks at a replay that goes on by itself. */
const lookEvery = 1_000;

/**
 * POST /receipts/replay, followed to its end where it is of very many.
 * @param onProgress hears how far it has come. Throws ApiProblem.
 */
export async function replayReceipts(
  body: ReplayReceipts,
  onProgress: (progress: ReplayProgress) => void,
  options: { idempotencyKey?: string; signal?: AbortSignal } = {},
): Promise<ReplayOutcome> {
  const { idempotencyKey, signal } = options;
  let outcome = await adminCommand('POST', '/receipts/replay', answer, { body, idempotencyKey });
  while ('status' in outcome && outcome.status === 'running') {
    onProgress(outcome);
    await new Promise(resolve => setTimeout(resolve, lookEvery));
    signal?.throwIfAborted();
    outcome = await adminGet(`/receipts/replays/${outcome.id}`, replayProgress, {}, signal);
  }
  return outcome;
}

/** To be called when receipts have changed. */
export function useReceiptsChanged() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['receipts'] });
}
