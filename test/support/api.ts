/** A JSON call; answers of every status come back, so that a test may expect any. */
export interface Answer<Body = Record<string, never>> {
  status: number;
  body: Body;
  headers: Headers;
}

export interface CallOptions {
  token?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, as `type`. */
  raw?: string;
  type?: string;
  ifMatch?: string | undefined;
  idempotencyKey?: string;
}

export async function call<Body>(
  method: string,
  url: string,
  options: CallOptions = {},
): Promise<Answer<Body>> {
  const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': options.type ?? 'application/json' }),
      ...(options.ifMatch === undefined ? {} : { 'if-match': options.ifMatch }),
      ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
    },
    body: body ?? null,
  });
  return await readAnswer<Body>(response);
}

export async function readAnswer<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
    headers: response.headers,
  };
}

/** As {@link call}. @throws Error for any status but 200 to 202. */
export async function ok<Body>(...args: Parameters<typeof call>): Promise<Body> {
  const answer = await call<Body>(...args);
  if (answer.status < 200 || answer.status > 202) {
    throw new Error(`${args[0]} ${args[1]} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}
