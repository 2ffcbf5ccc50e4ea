import { z } from 'zod';
import { type Request, requestJson, send } from '../../../shared/features/http/request-json.js';
import { reported } from './outcomes.js';

type Query = Record<string, string | number | boolean | null | undefined>;

/** The path of the admin API with its query; what is null, undefined or empty is left out. */
export function adminPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text && `?${text}`}`;
}

/** GET of the admin API (api.md). Throws ApiProblem. */
export function adminGet<Answer>(
  path: string,
  schema: z.ZodType<Answer>,
  query?: Query,
  signal?: AbortSignal,
): Promise<Answer> {
  return reported(requestJson(adminPath(path, query), schema, { signal }));
}

/** A command of the admin API, its answer read by `schema`. Throws ApiProblem. */
export function adminCommand<Answer>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  schema: z.ZodType<Answer>,
  request: Omit<Request, 'method'> = {},
): Promise<Answer> {
  return reported(requestJson(adminPath(path), schema, { ...request, method }));
}

/** A command whose answer does not matter. Throws ApiProblem. */
export async function adminSend(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  request: Omit<Request, 'method'> = {},
): Promise<void> {
  await reported(send(adminPath(path), { ...request, method }));
}

/** What POSTs that create answer. */
export const created = z.object({ id: z.string() });

/** A key for one creation: made when a form opens, so that sending it twice creates once. */
export const newIdempotencyKey = () => crypto.randomUUID();
