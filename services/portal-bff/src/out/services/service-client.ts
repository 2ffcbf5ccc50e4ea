import { setTimeout as wait } from 'node:timers/promises';
import { problem } from '@cairn/contracts/http/problem';
import type { ServiceName } from '@cairn/contracts/services';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type Caller, callerHeader, encodeCaller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { SERVICE_TOKENS, type ServiceTokens } from '@cairn/service-kit/http/service-tokens';
import { inSpan, SpanKind, traceparentOf } from '@cairn/service-kit/telemetry/trace';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PortalConfig } from '../../config.js';
import { commandAnswer } from './command-answer.js';

/** The services that portal-bff calls. */
export type CalledService = Exclude<ServiceName, 'portal-bff'>;

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Of path segments; each is escaped. */
  path: readonly string[];
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: unknown;
  /** The caller's If-Match, passed on as it is. */
  ifMatch?: string | undefined;
  /** Milliseconds. */
  timeout?: number;
}

/** A service's answer with the ETag that it gave, in quotes. */
export type Tagged<Answer> = Answer & { etag: string | null };

/** Milliseconds before each further try of a call that failed on its way. */
const triesAfter = [100, 300, 900];

/** Milliseconds; receipts wait up to two seconds for an event that is on its way. */
const usualTimeout = 10_000;

/** The other services' internal HTTP, with the service token and the caller (design.md §7). */
@Injectable()
export class ServiceClient {
  private readonly urls: Record<CalledService, string>;

  constructor(
    @Inject(CONFIG) config: PortalConfig,
    @Inject(SERVICE_TOKENS) private readonly tokens: ServiceTokens,
  ) {
    this.urls = {
      ingestion: config.INGESTION_URL,
      points: config.POINTS_URL,
      milestones: config.MILESTONES_URL,
      rewards: config.REWARDS_URL,
      notifications: config.NOTIFICATIONS_URL,
    };
  }

  /** GET, answered as the service answers. @throws DomainError with the service's own code, or `unavailable`. */
  async read(
    service: CalledService,
    caller: Caller,
    path: readonly string[],
    query: Call['query'] = {},
  ): Promise<unknown> {
    return await this.send(service, caller, { method: 'GET', path, query });
  }

  /** As {@link read}, of what is edited by its ETag. */
  async readTagged(
    service: CalledService,
    caller: Caller,
    path: readonly string[],
  ): Promise<Tagged<{ body: unknown }>> {
    return await this.exchange(service, caller, { method: 'GET', path });
  }

  /** A command that may change configuration. @throws as {@link read}. */
  async command(service: CalledService, caller: Caller, call: Call): Promise<Tagged<CommandAnswer<object>>> {
    const { body, etag } = await this.exchange(service, caller, call);
    return { ...commandAnswer.parse(body), etag };
  }

  async send(service: CalledService, caller: Caller | null, call: Call): Promise<unknown> {
    return (await this.exchange(service, caller, call)).body;
  }

  private async exchange(
    service: CalledService,
    caller: Caller | null,
    call: Call,
  ): Promise<Tagged<{ body: unknown }>> {
    const response = await this.fetch(service, caller, call);
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { body, etag: response.headers.get('etag') };
    throw refusal(service, response.status, body);
  }

  private async fetch(service: CalledService, caller: Caller | null, call: Call): Promise<Response> {
    const url = new URL(`/internal/${call.path.map(encodeURIComponent).join('/')}`, this.urls[service]);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    try {
      return await inSpan(
        `${call.method} ${service}`,
        {
          kind: SpanKind.CLIENT,
          attributes: { 'http.request.method': call.method, 'server.address': url.hostname },
        },
        () => this.request(url, caller, call),
      );
    } catch {
      throw new DomainError(
        'unavailable',
        call.method === 'GET'
          ? `The ${service} service does not answer just now: try again in a moment.`
          : `The ${service} service did not answer: look whether the change is there before you send it again.`,
      );
    }
  }

  private async request(url: URL, caller: Caller | null, call: Call): Promise<Response> {
    const traceparent = traceparentOf();
    const request: RequestInit = {
      method: call.method,
      headers: {
        ...(traceparent === undefined ? {} : { traceparent }),
        authorization: `Bearer ${this.tokens.first}`,
        // A kept one would stick to one copy, and might be closed by it just when the next call is on its way.
        connection: 'close',
        ...(caller === null ? {} : { [callerHeader]: encodeCaller(caller) }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.ifMatch === undefined ? {} : { 'if-match': call.ifMatch }),
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal: AbortSignal.timeout(call.timeout ?? usualTimeout),
    };
    for (let tried = 0; ; tried++) {
      try {
        return await fetch(url, request);
      } catch (error) {
        const after = triesAfter[tried];
        if (after === undefined || !mayGoAgain(call, error)) throw error;
        await wait(after);
      }
    }
  }
}

/** Why a call cannot have reached anybody. */
const notConnected = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Reads go again whatever broke, but for being late; a command only where nobody has heard of it. */
function mayGoAgain({ method }: Call, error: unknown): boolean {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: unknown };
  return name !== 'TimeoutError' && (method === 'GET' || notConnected.has(String(cause?.code)));
}

/** What a proxy, or a server that begins or ends, says in a service's place. */
const nobodyThere = new Set([502, 503, 504]);

/** The service's own problem, passed through; its refusal of our token is our fault, not the caller's. */
function refusal(service: CalledService, status: number, body: unknown): Error {
  const parsed = problem.safeParse(body);
  if (!parsed.success && nobodyThere.has(status)) {
    return new DomainError(
      'unavailable',
      `The ${service} service does not answer just now: try again in a moment.`,
    );
  }
  if (!parsed.success || status === 401) {
    return new Error(`${service} answered ${status}: ${JSON.stringify(body) ?? 'nothing readable'}`);
  }
  const { code, detail, title, errors } = parsed.data;
  return new DomainError(code, detail ?? title, errors);
}

export const listAnswer = z.object({
  items: z.array(z.looseObject({ id: z.string() })),
  nextCursor: z.string().nullable(),
});
