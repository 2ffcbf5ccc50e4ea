import {
  type AmbassadorItem,
  ambassadorItem,
  type CreateAmbassador,
  createdAmbassador,
  trustedAmbassador,
  type UpdateTrustedAmbassador,
} from '@cairn/contracts/http/ambassador';
import { type Page, pageOf } from '@cairn/contracts/http/page';
import { useQuery } from '@tanstack/react-query';
import { adminCommand, adminGet } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';
import { findBy } from '../find-by.js';

const itemPage = pageOf(ambassadorItem);

export interface AmbassadorFilters {
  programId?: string;
  /** An e-mail, a referral code or the brand's own id, exactly. */
  find?: string;
}

/** GET /ambassadors: newest first; with `find` the one or two whom it names. */
export function useAmbassadors({ programId, find }: AmbassadorFilters) {
  return usePages(['ambassadors', { programId, find }], async (cursor, signal) => {
    const by = findBy(find ?? '');
    if (by.length === 0)
      return await adminGet('/ambassadors', itemPage, { programId, cursor, limit: 50 }, signal);
    const found = await Promise.all(
      by.map(name => adminGet('/ambassadors', itemPage, { programId, [name]: find?.trim() }, signal)),
    );
    return merged(found);
  });
}

/** Somebody whose code is another's own id is found twice, and shown once. */
function merged(found: readonly Page<AmbassadorItem>[]): Page<AmbassadorItem> {
  const items = new Map(found.flatMap(page => page.items.map(item => [item.id, item])));
  return { items: [...items.values()], nextCursor: null };
}

/** GET /ambassadors/{id}. */
export function useAmbassador(id: string) {
  return useQuery({
    queryKey: ['ambassador', id],
    queryFn: ({ signal }) =>
      adminGet(`/ambassadors/${encodeURIComponent(id)}`, trustedAmbassador, {}, signal),
  });
}

/** POST /ambassadors. Throws ApiProblem: `duplicate_email`, `duplicate_code`, `duplicate_external_id`. */
export const createAmbassador = (body: CreateAmbassador, idempotencyKey: string) =>
  adminCommand('POST', '/ambassadors', createdAmbassador, { body, idempotencyKey });

/** PATCH /ambassadors/{id}. Throws ApiProblem. */
export const updateAmbassador = (id: string, body: UpdateTrustedAmbassador) =>
  adminCommand('PATCH', `/ambassadors/${encodeURIComponent(id)}`, trustedAmbassador, { body });
