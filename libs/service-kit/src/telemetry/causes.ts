import { type Context, context, createContextKey } from '@opentelemetry/api';
import { traceparentOf } from './trace.js';

const causesKey = createContextKey('the traces of a chunk’s events');

/** The ids by which what came of an event says what it came of. */
export interface CausedBy {
  causationId: string | undefined;
  correlationId: string;
}

/**
 * The traces of the events that are dealt with together: what one of them leads to goes on in its own. Found by the event's
 * id, or by the outside event's that all of a chain carry.
 */
export class Causes {
  private readonly traces = new Map<string, string>();

  add({ id, correlationid }: { id: string; correlationid: string }, within: Context): void {
    const traceparent = traceparentOf(within);
    if (traceparent === undefined) return;
    this.traces.set(correlationid, traceparent);
    this.traces.set(id, traceparent);
  }

  of({ causationId, correlationId }: CausedBy): string | undefined {
    return this.traces.get(causationId ?? correlationId) ?? this.traces.get(correlationId);
  }

  /** `of`, with these at hand. */
  within(of: Context): Context {
    return of.setValue(causesKey, this);
  }
}

/**
 * The trace in which that goes on what is written now: its cause's where several are dealt with together, else the active
 * one. Null where nothing is traced.
 */
export function traceparentFor(cause?: CausedBy): string | null {
  const active = context.active();
  const causes = active.getValue(causesKey) as Causes | undefined;
  const own = cause === undefined ? undefined : causes?.of(cause);
  return own ?? traceparentOf(active) ?? null;
}
