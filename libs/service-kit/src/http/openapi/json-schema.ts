import { z } from 'zod';
import type { Direction } from './schema-book.js';
import type { JsonSchema } from './types.js';

/** A zod schema as JSON Schema 2020-12, as OpenAPI 3.1 has them; schemas with an id are under `$defs`. */
export function jsonSchemaOf(schema: z.ZodType, direction: Direction): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: direction,
    unrepresentable: ({ zodSchema }) => {
      if (zodSchema._zod.def.type === 'date') return { type: 'string', format: 'date-time' };
      if (zodSchema._zod.def.type === 'bigint') return { type: 'integer' };
      return 'any';
    },
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // Readers are to expect more fields later, unless the schema itself refuses them.
      if (def.type === 'object' && direction === 'output' && def.catchall === undefined) {
        delete jsonSchema.additionalProperties;
      }
      // A format says it; its pattern would be a line of signs.
      if (def.type === 'string' && jsonSchema.format !== undefined) delete jsonSchema.pattern;
      const said = messagesOf(def.checks ?? []);
      if (said !== '' && jsonSchema.description === undefined) jsonSchema.description = said;
    },
  }) as JsonSchema;
}

/** What refinements and patterns say to one who breaks them: often all that can be said of them here. */
function messagesOf(checks: readonly z.core.$ZodCheck[]): string {
  const said = checks.flatMap(check => {
    try {
      const message: unknown = check._zod.def.error?.({} as never);
      return typeof message === 'string' ? [message] : [];
    } catch {
      // It speaks of the value, and there is none.
      return [];
    }
  });
  return [...new Set(said)].join('; ');
}
