import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { parse } from './problem.js';

/** `@Body(zodPipe(schema))`: the handler gets what the schema made of it. */
export function zodPipe<Schema extends z.ZodType>(schema: Schema): PipeTransform<unknown, z.infer<Schema>> {
  return { transform: value => parse(schema, value) };
}
