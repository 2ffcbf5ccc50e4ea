import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** An answer that is no success. `code` is problem+json's stable slug, where there was one. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string | null,
    message: string,
  ) {
    super(message);
  }
}

export interface Call<Answer> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  path: string;
  answer: z.ZodType<Answer>;
  /** Sent as JSON, unless `contentType` says otherwise: then it is text and sent as it is. */
  body?: unknown;
  contentType?: string;
  /** Sent as Idempotency-Key, the same on every try. */
  idempotencyKey?: string;
}

/** An answer read to its end. */
interface Answered {
  response: Response;
  text: string;
}

/**
 * One server and the token it is called with. A 429 or 503 is waited out (Retry-After, else with growing pauses), and
 * so is a refused or broken connection, also one that breaks in the middle of an answer: every call the demo makes may
 * be made again. `patience`: how long the server may be away or refuse for load before the demo gives up, in ms.
 */
export class Api {
  constructor(
    readonly origin: string,
    private readonly token: string | null = null,
    private readonly patience = 180_000,
  ) {}

  /** The parsed answer and its status. Throws ApiError on 4xx and 5xx, and on an answer of another shape. */
  async call<Answer>(call: Call<Answer>): Promise<{ status: number; body: Answer }> {
    const name = `${call.method ?? 'GET'} ${call.path}`;
    const { response, text } = await this.persist(call, name);
    if (!response.ok) throw problemOf(response.status, text, name);
    const parsed = call.answer.safeParse(text === '' ? undefined : JSON.parse(text));
    if (!parsed.success) {
      const what = `${name} answered something else than api.md says: ${z.prettifyError(parsed.error)}`;
      throw new ApiError(response.status, 'unexpected_answer', what);
    }
    return { status: response.status, body: parsed.data };
  }

  async get<Answer>(path: string, answer: z.ZodType<Answer>): Promise<Answer> {
    return (await this.call({ path, answer })).body;
  }

  private async persist(call: Call<unknown>, name: string): Promise<Answered> {
    const giveUpAt = Date.now() + this.patience;
    for (let wait = 200; ; wait = Math.min(wait * 2, 5_000)) {
      let problem: string;
      let askedFor: number | null = null;
      try {
        const response = await fetch(this.origin + call.path, this.request(call));
        const text = await response.text();
        if (!mayBeTriedAgain(response.status, text)) return { response, text };
        askedFor = retryAfter(response.headers.get('retry-after'));
        problem = String(response.status);
      } catch (error) {
        problem = error instanceof Error ? causeOf(error) : String(error);
      }
      const delay = askedFor ?? wait;
      if (Date.now() + delay > giveUpAt) {
        throw new ApiError(0, 'gave_up', `${name} at ${this.origin} kept failing: ${problem}`);
      }
      await pause(delay);
    }
  }

  private request(call: Call<unknown>): RequestInit {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (this.token) headers.authorization = `Bearer ${this.token}`;
    if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey;
    if (call.body !== undefined) headers['content-type'] = call.contentType ?? 'application/json';
    const body = call.contentType ? String(call.body) : JSON.stringify(call.body);
    return {
      method: call.method ?? 'GET',
      headers,
      ...(call.body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(120_000),
    };
  }
}

function mayBeTriedAgain(status: number, text: string): boolean {
  // A 409 `in_progress`: our own first try is still running at the server.
  return [429, 502, 503, 504].includes(status) || (status === 409 && text.includes('"in_progress"'));
}

/** Milliseconds to wait, from seconds or an HTTP date; null where there is none. */
export function retryAfter(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

const problemBody = z.object({
  code: z.string(),
  title: z.string().optional(),
  detail: z.string().optional(),
});

function problemOf(status: number, text: string, name: string): ApiError {
  let body: z.infer<typeof problemBody> | undefined;
  try {
    body = problemBody.parse(JSON.parse(text));
  } catch {
    // Not problem+json: the text says what there is to say.
  }
  const what = body ? [body.code, body.detail ?? body.title].filter(Boolean).join(': ') : text.slice(0, 300);
  return new ApiError(status, body?.code ?? null, `${name} answered ${status}: ${what}`);
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
