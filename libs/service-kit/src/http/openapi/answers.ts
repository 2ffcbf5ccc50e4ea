import type { z } from 'zod';

/** What a handler answers by status; null where it answers without a body. */
export type AnswerSchemas = Readonly<Record<number, z.ZodType | null>>;

export interface Description {
  /** Short, in the imperative: "Publish a series". Names the operation: `publishSeries`. */
  summary: string;
  description?: string;
  /** The first segment of the path where it is left out. */
  tags?: string[];
  /** Where the summary does not make a good or a unique one. */
  operationId?: string;
  /** Codes beyond the usual ones of its inputs: see http/status-of.ts. */
  problems?: string[];
  contentTypes?: { request?: string[]; answer?: string };
  /** For bodies that no pipe parses; of streamed ones (NDJSON, CSV) the schema of one line. */
  requestSchema?: z.ZodType;
  /** The fields of a multipart/form-data body that is taken as well, beside its part `file`. */
  form?: z.ZodType;
  /** Whether it takes Idempotency-Key: POSTs do, except with a `requestSchema`. */
  idempotent?: boolean;
  /** Whether its answer carries an ETag; by itself true where If-Match is taken, and on the GET beside that. */
  etag?: boolean;
}

export interface Described {
  answers: AnswerSchemas;
  description: Description;
}

/** A method of a controller. */
// biome-ignore lint/complexity/noBannedTypes: what Nest calls a handler.
export type Handler = Function;

const described = new WeakMap<Handler, Described>();

/** Says for the OpenAPI document what a handler answers; what it takes is known from its pipes. */
export function Answers(answers: AnswerSchemas, description: Description): MethodDecorator {
  return (_target, _name, descriptor) => {
    described.set(descriptor.value as Handler, { answers, description });
  };
}

export function describedOf(handler: Handler): Described | undefined {
  return described.get(handler);
}
