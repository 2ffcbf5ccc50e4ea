import { problem } from '@cairn/contracts/http/problem';
import type { z } from 'zod';
import { ApiProblem } from './api-problem.js';

interface Request {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
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
export async function send(path: string, { method = 'GET', body }: Request = {}): Promise<Response> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new ApiProblem(0, 'no_connection', 'There is no connection just now.');
  });
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return new ApiProblem(response.status, 'unknown', response.statusText);
  return new ApiProblem(response.status, parsed.data.code, parsed.data.detail ?? parsed.data.title);
}
