import { addedCodes, type CreateCodePool } from '@cairn/contracts/http/code-pool';
import { useQueryClient } from '@tanstack/react-query';
import { adminCommand, created } from '../../api/admin-call.js';

/** POST /code-pools. Throws ApiProblem: `duplicate_name`. */
export const createPool = (body: CreateCodePool, idempotencyKey: string) =>
  adminCommand('POST', '/code-pools', created, { body, idempotencyKey });

/** What one call takes. */
const MOST = 10_000;

/**
 * POST /code-pools/{id}/codes, in slices of 10,000; a code that the pool has is a duplicate, so a repetition after a
 * failure in the middle adds nothing twice. Throws ApiProblem.
 */
export async function addCodes(poolId: string, codes: readonly string[]) {
  const all = { added: 0, duplicates: 0 };
  for (let from = 0; from < codes.length; from += MOST) {
    const body = { codes: codes.slice(from, from + MOST) };
    const { added, duplicates } = await adminCommand('POST', `/code-pools/${poolId}/codes`, addedCodes, {
      body,
    });
    all.added += added;
    all.duplicates += duplicates;
  }
  return all;
}

/** To be called when pools or their codes have changed: what waited for codes goes out. */
export function usePoolsChanged() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['code-pools', 'fulfilment', 'fulfilment-counts']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
