import type { PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { parse } from './problem.js';

/** A pipe that says what it takes: the OpenAPI document is made from it (http/openapi). */
export interface SchemaPipe<Schema extends z.ZodType = z.ZodType>
  extends PipeTransform<unknown, z.infer<Schema>> {
  readonly schema: Schema;
}

/** `@Body(zodPipe(schema))`: the handler gets what the schema made of it. */
export function zodPipe<Schema extends z.ZodType>(schema: Schema): SchemaPipe<Schema> {
  return { schema, transform: value => parse(schema, value) };
}

/** The schema of the first pipe that carries one. */
export function schemaOf(pipes: readonly unknown[]): z.ZodType | undefined {
  return pipes
    .map(pipe => (pipe as { schema?: unknown } | null)?.schema)
    .find(schema => schema instanceof z.ZodType);
}
