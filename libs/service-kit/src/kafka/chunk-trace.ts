import type { Envelope } from '@cairn/contracts/envelope';
import { type Context, context, ROOT_CONTEXT, type Span } from '@opentelemetry/api';
import type { KafkaMessage } from 'kafkajs';
import { Causes } from '../telemetry/causes.js';
import { contextFrom, endSpan, isTracing, openSpan, SpanKind } from '../telemetry/trace.js';
import type { PartitionsOf } from './stored-offsets.js';

/** A message that a handler gets. */
export interface Delivered {
  message: KafkaMessage;
  partition: number;
  /** Undefined for what is no event of ours, such as a dead letter. */
  event: Envelope | undefined;
}

export const traceparentHeader = 'traceparent';

/**
 * The spans of a chunk: one for each of its events, in that event's own trace, from the handler's begin to the commit. What
 * a handler writes goes on in the trace of its cause.
 */
export class ChunkTrace {
  private readonly spans: Span[] = [];

  constructor(private readonly of: PartitionsOf) {}

  async run(delivered: readonly Delivered[], work: () => Promise<void>): Promise<void> {
    if (!isTracing()) return await work();
    const causes = new Causes();
    const contexts = delivered.map(of => this.open(of, causes));
    const [only, ...others] = contexts;
    // With several there is no one trace to be in.
    const base = only !== undefined && others.length === 0 ? only : ROOT_CONTEXT;
    await context.with(causes.within(base), work);
  }

  /** At the commit, or when there will be none. */
  end(error?: unknown): void {
    for (const span of this.spans.splice(0)) endSpan(span, error);
  }

  private open({ message, partition, event }: Delivered, causes: Causes): Context {
    const { span, within } = openSpan(
      `process ${this.of.topic}`,
      SpanKind.CONSUMER,
      {
        'messaging.system': 'kafka',
        'messaging.operation.type': 'process',
        'messaging.destination.name': this.of.topic,
        'messaging.destination.partition.id': String(partition),
        'messaging.consumer.group.name': this.of.group,
        'messaging.kafka.offset': Number(message.offset),
        ...(event === undefined
          ? {}
          : {
              'cloudevents.event_id': event.id,
              'cloudevents.event_type': event.type,
              'cairn.brand_id': event.brandid,
              'cairn.correlation_id': event.correlationid,
            }),
      },
      contextFrom(message.headers?.[traceparentHeader]?.toString()),
    );
    this.spans.push(span);
    if (event !== undefined) causes.add(event, within);
    return within;
  }
}
