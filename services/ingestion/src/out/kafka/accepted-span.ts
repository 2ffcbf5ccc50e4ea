import {
  isTracing,
  openSpan,
  rootContext,
  SpanKind,
  traceparentOf,
} from '@cairn/service-kit/telemetry/trace';
import type { ActivityEvent } from '../../app/activity-event.js';

/**
 * The trace that an event goes on in: the request's where it came alone, and where it came with others one of its own, which
 * is linked to the request's. @returns its `traceparent`; undefined where nothing is traced.
 */
export function acceptedSpan(event: ActivityEvent, ofRequest: number): string | undefined {
  if (!isTracing()) return undefined;
  if (ofRequest === 1) return traceparentOf();
  const { span, within } = openSpan(
    'accept event',
    SpanKind.PRODUCER,
    {
      'cloudevents.event_id': event.id,
      'cloudevents.event_type': event.type,
      'cairn.brand_id': event.brandid,
      'cairn.correlation_id': event.correlationid,
    },
    rootContext,
  );
  span.end();
  return traceparentOf(within);
}
