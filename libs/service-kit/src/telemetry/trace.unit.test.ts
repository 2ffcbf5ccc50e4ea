import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { context } from '@opentelemetry/api';
import { Causes, traceparentFor } from './causes.js';
import { createLogger } from './logger.js';
import {
  contextFrom,
  inSpan,
  isTracing,
  openSpan,
  rootContext,
  SpanKind,
  traceIds,
  traceparentOf,
} from './trace.js';
import { startTracing } from './tracing-sdk.js';

const traced = /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/;
const traceOf = (traceparent: string | null | undefined) => traceparent?.split('-')[1];
const kind = SpanKind.INTERNAL;

describe('without a collector', () => {
  it('nothing is traced', async () => {
    expect(isTracing()).toBe(false);
    expect(traceparentFor()).toBeNull();
    await inSpan('work', { kind }, async () =>
      expect([traceparentOf(), traceIds()]).toEqual([undefined, undefined]),
    );
  });
});

describe('with a collector', () => {
  const received: string[] = [];
  const server = createServer(async (request, answer) => {
    received.push(await text(request));
    answer.end('{}');
  });
  let endTracing: () => Promise<void>;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    endTracing = startTracing('a-service', createLogger('a-service', 'silent'));
  });

  it('a span below another is in its trace, whatever is awaited between', async () => {
    await inSpan('outer', { kind }, async () => {
      const outer = traceparentOf();
      await Promise.resolve();
      expect(outer).toMatch(traced);
      await inSpan('inner', { kind }, async () => {
        expect(traceOf(traceparentOf())).toBe(traceOf(outer));
        expect(traceparentOf()).not.toBe(outer);
        expect(traceIds()?.trace_id).toBe(traceOf(outer));
      });
    });
  });

  it('goes on from a traceparent', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    await inSpan('later', { kind, parent: contextFrom(traceparent) }, async () => {
      expect(traceOf(traceparentOf())).toBe('a'.repeat(32));
    });
  });

  it.each([null, undefined, '', 'nothing', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`])(
    'a traceparent of %j begins a trace',
    async traceparent => {
      await inSpan('later', { kind, parent: contextFrom(traceparent) }, async () => {
        expect(traceparentOf()).toMatch(traced);
      });
    },
  );

  it('what several events lead to goes on in the trace of its cause', async () => {
    const causes = new Causes();
    const spans = ['one', 'two'].map(id => {
      const { within } = openSpan(id, kind, {}, rootContext);
      causes.add({ id, correlationid: `${id}-outside` }, within);
      return traceparentOf(within);
    });
    await context.with(causes.within(rootContext), async () => {
      await Promise.resolve();
      expect(traceparentFor({ causationId: 'one', correlationId: 'x' })).toBe(spans[0]);
      // Of an earlier event of the chain: by what came from outside.
      expect(traceparentFor({ causationId: 'earlier', correlationId: 'two-outside' })).toBe(spans[1]);
      expect(traceparentFor({ causationId: undefined, correlationId: 'two-outside' })).toBe(spans[1]);
      expect(traceparentFor({ causationId: 'other', correlationId: 'other' })).toBeNull();
      expect(traceparentFor()).toBeNull();
    });
  });

  // The last: it ends what the others use.
  afterAll(async () => {
    await endTracing();
    expect(received.join()).toContain('"a-service"');
    expect(received.join()).toContain('"inner"');
    server.close();
    server.closeAllConnections();
  });
});
