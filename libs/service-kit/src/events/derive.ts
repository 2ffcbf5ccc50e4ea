import type { Envelope, EventDefinition } from '@cairn/contracts/envelope';
import type { ServiceName } from '@cairn/contracts/services';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';

/** Cairn's namespace for derived ids; never changes. */
const namespace = '5b0f6f0e-5c0c-4c55-9d5a-3c1f0a7c2e11';

/** The same parts always give the same id (design.md §2: derived ids are derived). */
export function derivedId(...parts: (string | number)[]): string {
  return uuidv5(JSON.stringify(parts), namespace);
}

/** An id for what enters from outside: time-ordered, unique. @param at the time that it carries, where not now. */
export function newId(at?: Date): string {
  return at === undefined ? uuidv7() : uuidv7({ msecs: at.getTime() });
}

/** What an event takes over from the one that led to it, or from the command that did. */
export interface Cause {
  brandId: string;
  /** Id of the event or command that led to this. */
  causationId: string;
  /** The outside event's id, carried along the chain. */
  correlationId: string;
  acceptedAt: string;
}

export function causeOf(event: Envelope): Cause {
  return {
    brandId: event.brandid,
    causationId: event.id,
    correlationId: event.correlationid,
    acceptedAt: event.acceptedat,
  };
}

/** A command's cause: a fresh id, accepted now. */
export function commandCause(brandId: string, now: Date): Cause {
  const id = newId();
  return { brandId, causationId: id, correlationId: id, acceptedAt: now.toISOString() };
}

/**
 * Builds a derived event. `ordinal` tells apart events of one type from one cause; `aggregate` and `version` are the
 * aggregate's name and its next version.
 */
export function deriveEvent<Type extends string, Schema extends z.ZodType>(
  definition: EventDefinition<Type, Schema>,
  parts: {
    source: ServiceName;
    cause: Cause;
    ordinal: number | string;
    aggregate: string;
    version: number;
    time: string;
    data: z.infer<Schema>;
  },
): Envelope<Type, z.infer<Schema>> {
  return {
    specversion: '1.0',
    id: derivedId(parts.cause.causationId, definition.type, parts.ordinal),
    source: `cairn/${parts.source}`,
    type: definition.type,
    subject: parts.aggregate,
    time: parts.time,
    datacontenttype: 'application/json',
    brandid: parts.cause.brandId,
    acceptedat: parts.cause.acceptedAt,
    correlationid: parts.cause.correlationId,
    causationid: parts.cause.causationId,
    aggregate: parts.aggregate,
    aggregateversion: parts.version,
    data: parts.data,
  };
}
