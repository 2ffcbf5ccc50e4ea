import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

export { type Attributes, ROOT_CONTEXT as rootContext, SpanKind };

const tracer = trace.getTracer('cairn');

let tracing = false;

/** Whether spans are made at all; without a collector nothing of this costs anything. */
export function isTracing(): boolean {
  return tracing;
}

export function switchTracing(on: boolean): void {
  tracing = on;
}

/** W3C `traceparent` of a context's span (https://www.w3.org/TR/trace-context/); undefined where there is none. */
export function traceparentOf(of: Context = context.active()): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(of, carrier);
  return carrier.traceparent;
}

/** The context to go on from; a new trace where `traceparent` is none. */
export function contextFrom(traceparent: string | null | undefined): Context {
  return traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
}

/** Ids of the active span, for log lines. */
export function traceIds(): { trace_id: string; span_id: string } | undefined {
  const span = tracing ? trace.getSpanContext(context.active()) : undefined;
  return span !== undefined && isSpanContextValid(span)
    ? { trace_id: span.traceId, span_id: span.spanId }
    : undefined;
}

/** Opens a span under `parent`, or a trace of its own that is linked to the active one. */
export function openSpan(
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  parent: Context,
): { span: Span; within: Context } {
  const active = trace.getSpanContext(context.active());
  const isLinked = parent === ROOT_CONTEXT && active !== undefined;
  const span = tracer.startSpan(
    name,
    { kind, attributes, ...(isLinked ? { links: [{ context: active }] } : {}) },
    parent,
  );
  return { span, within: trace.setSpan(parent, span) };
}

export function endSpan(span: Span, error?: unknown): void {
  if (error !== undefined) {
    span.recordException(error instanceof Error ? error : String(error));
    span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
  }
  span.end();
}

/** Runs `work` in a span: below `parent`, or below the active one. */
export async function inSpan<Result>(
  name: string,
  { kind, attributes = {}, parent }: { kind: SpanKind; attributes?: Attributes; parent?: Context },
  work: (span: Span | undefined) => Promise<Result>,
): Promise<Result> {
  if (!tracing) return await work(undefined);
  const { span, within } = openSpan(name, kind, attributes, parent ?? context.active());
  try {
    const result = await context.with(within, () => work(span));
    endSpan(span);
    return result;
  } catch (error) {
    endSpan(span, error);
    throw error;
  }
}
