import { uploadsInfo } from '@cairn/contracts/http/media';
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
import { type FormRequest, sendForm } from '../../../../shared/features/http/send-form.js';
import type { HandedIn } from '../hand-in-form.js';

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

/** GET /uploads: what files may be handed in. */
export const useUploads = () =>
  useQuery({
    queryKey: ['uploads'],
    queryFn: ({ signal }) => requestJson(`${base}/uploads`, uploadsInfo, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How a hand-in goes on its way. */
export type OnTheWay = Pick<FormRequest, 'signal' | 'onProgress'>;

/** POST /submissions: its receipt. Throws ApiProblem, and AbortError where it was stopped. */
export function handIn(
  actionId: string,
  { file, ...input }: HandedIn,
  idempotencyKey: string,
  way: OnTheWay,
) {
  const path = `${base}/submissions`;
  if (file === undefined) {
    const body: SubmitAction = { actionId, ...input };
    return requestJson(path, submitted, { method: 'POST', body, idempotencyKey });
  }
  const form = formOf({ actionId, ...input }, file);
  return sendForm(path, submitted, { method: 'POST', form, idempotencyKey, ...way });
}

/** PUT /submissions/{id}: as it is then. Throws as `handIn` does, and 412 where it was looked at meanwhile. */
export function handInAgain(
  { id, revision, media }: OwnSubmission,
  { file, ...input }: HandedIn,
  way: OnTheWay,
) {
  const path = `${base}/submissions/${id}`;
  if (file !== undefined) {
    const form = formOf({ text: '', ...input }, file);
    return sendForm(path, ownSubmission, { method: 'PUT', form, ifMatch: revision, ...way });
  }
  // A photo that was handed in stays where nothing takes its place; a link that was taken away goes.
  const body: MendSubmission = { ...(media === null ? { proofUrl: null } : {}), text: null, ...input };
  return requestJson(path, ownSubmission, { method: 'PUT', body, ifMatch: revision });
}

/** The fields first: what is wrong with them is then known before the file is sent. */
function formOf(fields: Readonly<Record<string, string | boolean>>, file: File): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set('file', file);
  return form;
}

/** POST /campaigns/{id}/join: its receipt. Throws ApiProblem. */
export const joinCampaign = (id: string, idempotencyKey: string) =>
  requestJson(`${base}/campaigns/${id}/join`, acceptedActivity, {
    method: 'POST',
    body: {},
    idempotencyKey,
  });
