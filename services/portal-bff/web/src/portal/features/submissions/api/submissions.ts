import { pageOf } from '@cairn/contracts/http/page';
import {
  acceptedActivity,
  type MendSubmission,
  type OwnSubmission,
  ownSubmission,
  portalAction,
  portalCampaign,
  type SubmitAction,
  submitted,
} from '@cairn/contracts/http/submission';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../../../../shared/features/http/request-json.js';

const base = '/api/portal/v1';

const actions = pageOf(portalAction);
const campaigns = pageOf(portalCampaign);
const submissions = pageOf(ownSubmission);

const key = 'earn';

/** @param revision of the home: whatever moves it may have moved these. */
function useList<Answer>(
  path: string,
  revision: number | undefined,
  schema: Parameters<typeof requestJson<Answer>>[1],
) {
  return useQuery({
    queryKey: [key, path, revision],
    queryFn: ({ signal }) => requestJson(`${base}${path}`, schema, { signal }),
    enabled: revision !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** GET /actions: what earns now, with what is left of it. */
export const useActions = (revision: number | undefined) => useList('/actions', revision, actions);

/** GET /campaigns: those that run. */
export const useCampaigns = (revision: number | undefined) => useList('/campaigns', revision, campaigns);

/** GET /submissions: what they have handed in, newest first. */
export const useSubmissions = (revision: number | undefined) =>
  useList('/submissions', revision, submissions);

/** To be called when something was handed in. */
export function useEarnChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [key] });
}

/** POST /submissions: its receipt. Throws ApiProblem. */
export const handIn = (body: SubmitAction, idempotencyKey: string) =>
  requestJson(`${base}/submissions`, submitted, { method: 'POST', body, idempotencyKey });

/** PUT /submissions/{id}: as it is then. Throws ApiProblem, 412 where it was looked at meanwhile. */
export const handInAgain = ({ id, revision }: OwnSubmission, body: MendSubmission) =>
  requestJson(`${base}/submissions/${id}`, ownSubmission, { method: 'PUT', body, ifMatch: revision });

/** POST /campaigns/{id}/join: its receipt. Throws ApiProblem. */
export const joinCampaign = (id: string, idempotencyKey: string) =>
  requestJson(`${base}/campaigns/${id}/join`, acceptedActivity, {
    method: 'POST',
    body: {},
    idempotencyKey,
  });
