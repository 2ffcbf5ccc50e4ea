import { type CreateSeries, publishedSeries, seriesView } from '@cairn/contracts/http/series';
import { adminCommand, created } from '../../../api/admin-call.js';

/** POST /series: a draft; sent again with the same key it makes one. Throws ApiProblem. */
export const createDraft = (body: CreateSeries, idempotencyKey: string) =>
  adminCommand('POST', '/series', created, { body, idempotencyKey });

/** PATCH /series/{id} of the revision that was read; 412 `stale` where somebody else saved since. Throws ApiProblem. */
export const updateDraft = (id: string, body: CreateSeries, revision: number) =>
  adminCommand('PATCH', `/series/${id}`, seriesView, { body, ifMatch: revision });

/** POST /series/{id}/publish of exactly this revision; retroactive: see domain.md 3.8. Throws ApiProblem. */
export const publishDraft = (id: string, revision: number, retroactive = false) =>
  adminCommand('POST', `/series/${id}/publish`, publishedSeries, {
    body: { retroactive },
    ifMatch: revision,
  });
