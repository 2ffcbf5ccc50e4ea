import { actionItem, type CreateAction, type UpdateAction } from '@cairn/contracts/http/action';
import { type CreateCampaign, campaignItem, type UpdateCampaign } from '@cairn/contracts/http/campaign';
import { pageOf } from '@cairn/contracts/http/page';
import { useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet, created } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';

const actionPage = pageOf(actionItem);
const campaignPage = pageOf(campaignItem);

export interface EarningFilters {
  programId?: string;
  /** "true": the archived ones too. */
  archived?: string;
}

/** GET /actions: newest first. */
export const useActions = (filters: EarningFilters) =>
  usePages(['actions', filters], (cursor, signal) =>
    adminGet('/actions', actionPage, { ...filters, cursor }, signal),
  );

/** GET /campaigns: newest first. */
export const useCampaigns = (filters: EarningFilters) =>
  usePages(['campaigns', filters], (cursor, signal) =>
    adminGet('/campaigns', campaignPage, { ...filters, cursor }, signal),
  );

/** POST /actions, POST /campaigns. Throws ApiProblem. */
export const createAction = (body: CreateAction, idempotencyKey: string) =>
  adminCommand('POST', '/actions', created, { body, idempotencyKey });
export const createCampaign = (body: CreateCampaign, idempotencyKey: string) =>
  adminCommand('POST', '/campaigns', created, { body, idempotencyKey });

interface Versioned {
  id: string;
  revision: number;
}

/** PATCH /actions/{id}, /campaigns/{id}. Throws ApiProblem, 412 where somebody else has changed it since. */
export const updateAction = ({ id, revision }: Versioned, body: UpdateAction) =>
  adminCommand('PATCH', `/actions/${id}`, actionItem, { body, ifMatch: revision });
export const updateCampaign = ({ id, revision }: Versioned, body: UpdateCampaign) =>
  adminCommand('PATCH', `/campaigns/${id}`, campaignItem, { body, ifMatch: revision });

/** POST /actions/{id}/archive, /campaigns/{id}/archive. Throws ApiProblem. */
export const archiveAction = (id: string) =>
  adminCommand('POST', `/actions/${id}/archive`, actionItem, { body: {} });
export const archiveCampaign = (id: string) =>
  adminCommand('POST', `/campaigns/${id}/archive`, campaignItem, { body: {} });

/** To be called when actions or campaigns have changed. */
export function useEarningChanged(what: 'actions' | 'campaigns') {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: [what] });
}
