import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const value = z.object({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
});

const attributes = z
  .array(z.object({ key: z.string(), value }))
  .transform(list =>
    Object.fromEntries(list.map(({ key, value: of }) => [key, of.stringValue ?? String(of.intValue ?? '')])),
  );

/** OTLP's ExportTraceServiceRequest in JSON (https://opentelemetry.io/docs/specs/otlp/), as far as it is looked at. */
const request = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              kind: z.int(),
              attributes,
              links: z.array(z.object({ traceId: z.string(), spanId: z.string() })).default([]),
              status: z.object({ code: z.int().optional() }).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type ReceivedSpan = z.infer<
  typeof request
>['resourceSpans'][number]['scopeSpans'][number]['spans'][number] & { service: string };

/** A collector that keeps what it is sent. */
export interface OtlpReceiver {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  endpoint: string;
  spans(): readonly ReceivedSpan[];
  stop(): void;
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const received: ReceivedSpan[] = [];
  const server = createServer(async (message, answer) => {
    const parsed = request.safeParse(message.url === '/v1/traces' ? await json(message) : undefined);
    for (const { resource, scopeSpans } of parsed.data?.resourceSpans ?? []) {
      const service = resource.attributes['service.name'] ?? '';
      for (const { spans } of scopeSpans) received.push(...spans.map(span => ({ ...span, service })));
    }
    answer.writeHead(parsed.success ? 200 : 400, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => received,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
