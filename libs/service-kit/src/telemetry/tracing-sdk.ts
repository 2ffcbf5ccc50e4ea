import { diag } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Logger } from './logger.js';
import { switchTracing } from './trace.js';

/** Milliseconds that a stop waits for the collector. */
const flushPatience = 2_000;

/**
 * Sends spans by OTLP (HTTP, JSON) to OTEL_EXPORTER_OTLP_ENDPOINT. Sampler, headers and batch sizes are the SDK's own OTEL_*
 * variables (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). A collector that is away
 * costs the spans that it does not take, and nothing else.
 * @returns what sends the rest and ends it.
 */
export function startTracing(service: string, logger: Logger): () => Promise<void> {
  const say =
    (level: 'debug' | 'warn') =>
    (message: string, ...details: unknown[]) =>
      logger[level]({ from: 'opentelemetry', details }, message);
  const quiet = say('debug');
  diag.setLogger({ error: say('warn'), warn: say('warn'), info: quiet, debug: quiet, verbose: quiet });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'cairn' }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ timeoutMillis: flushPatience }))],
  });
  provider.register();
  switchTracing(true);
  return async () => {
    switchTracing(false);
    await provider.shutdown().catch(error => logger.warn({ err: error }, 'the last spans were not sent'));
  };
}
