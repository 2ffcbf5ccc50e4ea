import { z } from 'zod';
import { instant } from './scalars.js';

/**
 * CloudEvents 1.0 in JSON structured mode, with Cairn's extensions (design.md §2).
 *
 * - `time`: when it happened: an activity's own `occurredAt`, else when the deciding service recorded it.
 * - `acceptedat`: when ingestion accepted the outside event that began the chain, carried unchanged.
 * - `correlationid`: the outside event's id, or that of the command.
 * - `causationid`: the id of the event that led to this one; absent on what enters from outside.
 * - `aggregate`, `aggregateversion`: on derived events; versions are contiguous per aggregate, from 1.
 */
export const envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().optional(),
  time: instant,
  datacontenttype: z.literal('application/json').optional(),
  brandid: z.uuid(),
  acceptedat: instant,
  correlationid: z.string().min(1),
  causationid: z.string().optional(),
  aggregate: z.string().optional(),
  aggregateversion: z.int().min(1).optional(),
  data: z.unknown(),
});

export type Envelope<Type extends string = string, Data = unknown> = Omit<
  z.infer<typeof envelope>,
  'type' | 'data'
> & {
  type: Type;
  data: Data;
};

export interface EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly type: Type;
  readonly summary: string;
  readonly data: Schema;
  readonly example: z.infer<Schema>;
}

/** Declares one event: its literal type, its data's schema, and an example that a test holds against the schema. */
export function defineEvent<const Type extends string, Schema extends z.ZodType>(
  definition: EventDefinition<Type, Schema>,
): EventDefinition<Type, Schema> {
  return definition;
}

/** The decoded event of a definition, or of a union of definitions. */
export type EventOf<Definition extends EventDefinition> =
  Definition extends EventDefinition<infer Type, infer Schema> ? Envelope<Type, z.infer<Schema>> : never;
