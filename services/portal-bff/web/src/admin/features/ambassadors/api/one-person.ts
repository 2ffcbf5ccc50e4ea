import { adjustment, type CreateAdjustment } from '@cairn/contracts/http/adjustment';
import { ledgerItem, receiptItem } from '@cairn/contracts/http/ledger';
import { pageOf } from '@cairn/contracts/http/page';
import { balance, progress, unlockItem } from '@cairn/contracts/http/progress';
import { rewardItem } from '@cairn/contracts/http/reward-item';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';

const of = (id: string, what: string) => `/ambassadors/${encodeURIComponent(id)}/${what}`;

const ledgerPage = pageOf(ledgerItem);
const receiptPage = pageOf(receiptItem);
const rewardPage = pageOf(rewardItem);
const unlockPage = pageOf(unlockItem);

/** GET /ambassadors/{id}/balance: points of all time, those available and those still held. */
export function useBalance(id: string) {
  return useQuery({
    queryKey: ['ambassador-balance', id],
    queryFn: ({ signal }) => adminGet(of(id, 'balance'), balance, {}, signal),
  });
}

/** GET /ambassadors/{id}/progress: the current cycle. */
export function useProgress(id: string) {
  return useQuery({
    queryKey: ['ambassador-progress', id],
    queryFn: ({ signal }) => adminGet(of(id, 'progress'), progress, {}, signal),
  });
}

export const useLedger = (id: string) =>
  usePages(['ambassador-ledger', id], (cursor, signal) =>
    adminGet(of(id, 'ledger'), ledgerPage, { cursor }, signal),
  );

export const useReceipts = (id: string) =>
  usePages(['ambassador-receipts', id], (cursor, signal) =>
    adminGet(of(id, 'receipts'), receiptPage, { cursor }, signal),
  );

export const useRewards = (id: string) =>
  usePages(['ambassador-rewards', id], (cursor, signal) =>
    adminGet(of(id, 'rewards'), rewardPage, { cursor }, signal),
  );

export const useUnlocks = (id: string) =>
  usePages(['ambassador-unlocks', id], (cursor, signal) =>
    adminGet(of(id, 'unlocks'), unlockPage, { cursor }, signal),
  );

/** POST /ambassadors/{id}/adjustments. Throws ApiProblem. */
export const adjustPoints = (id: string, body: CreateAdjustment, idempotencyKey: string) =>
  adminCommand('POST', of(id, 'adjustments'), adjustment, { body, idempotencyKey });

/** To be called when a person's points have changed: what is read of them here comes a moment after. */
export function usePersonChanged(id: string) {
  const queries = useQueryClient();
  const lists = ['ambassador-balance', 'ambassador-progress', 'ambassador-ledger', 'ambassador-unlocks'];
  const read = () => {
    for (const list of lists) void queries.invalidateQueries({ queryKey: [list, id] });
  };
  return () => {
    read();
    setTimeout(read, settledAfter);
  };
}

/** Milliseconds until balance and progress, which other services keep, have usually heard of it. */
const settledAfter = 1_500;
