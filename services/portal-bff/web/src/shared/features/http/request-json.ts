import type { z } from 'zod';
import { ApiProblem, problemIn } from './api-problem.js';

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The revision that was read of what is changed now: 412 where somebody else has changed it since. */
  ifMatch?: number;
  /** Of a POST that creates: sent again with the same key, it creates once. */
  idempotencyKey?: string;
  /** Sends on, even where the page is left. */
  keepalive?: boolean;
  signal?: AbortSignal;
}

/**
 * One call of our own server. Throws ApiProblem for every answer that is not 2xx, for none at all, and for a body that
 * is not of `schema` (code `unreadable_answer`: the page is older than the server).
 */
export async function requestJson<Answer>(
  path: string,
  schema: z.ZodType<Answer>,
  request: Request = {},
): Promise<Answer> {
  const response = await send(path, request);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new ApiProblem(response.status, 'unreadable_answer', 'Reload the page.');
  return parsed.data;
}

/** The same for a call whose answer has no body that matters. */
export async function send(path: string, request: Request = {}): Promise<Response> {
  const { method = 'GET', body, keepalive, signal } = request;
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: headersOf(request),
    body: body === undefined ? undefined : JSON.stringify(body),
    keepalive,
    signal,
  }).catch(error => {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, 'no_connection', 'There is no connection just now.');
  });
  if (!response.ok) throw await readProblem(response);
  return response;
}

function headersOf({ body, ifMatch, idempotencyKey }: Request): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

async function readProblem(response: Response): Promise<ApiProblem> {
  return problemIn(response.status, response.statusText, await response.json().catch(() => undefined));
}
