import { z } from 'zod';
import { jsonSchemaOf } from './json-schema.js';
import { defaultsInWords } from './left-out.js';
import type { JsonSchema } from './types.js';

/** Whether a value is sent (before defaults and transforms) or answered. */
export type Direction = 'input' | 'output';

const prefix = '#/components/schemas/';

type Forms = Partial<Record<Direction, JsonSchema>>;

/**
 * The JSON Schemas of a document. Schemas with a name (`.meta({ id: 'Series' })`) are written once and referred to;
 * where what is sent differs from what is answered, the former is called `SeriesInput`.
 */
export class SchemaBook {
  private readonly named = new Map<string, Forms>();

  /** References in it are provisional until {@link settle}. */
  of(schema: z.ZodType, direction: Direction): JsonSchema {
    const { $schema: _, $defs = {}, ...json } = jsonSchemaOf(schema, direction);
    for (const [name, definition] of Object.entries($defs as Record<string, JsonSchema>)) {
      const form = direction === 'input' ? defaultsInWords(definition) : definition;
      this.keep(name, direction, provisional(form, direction));
    }
    return provisional(json, direction);
  }

  /** Final names, in the document and among themselves. */
  settle<Document>(document: Document): { document: Document; schemas: Record<string, JsonSchema> } {
    const differing = this.differing();
    const rename = <Part>(part: Part) => mapRefs(part, ref => nameOf(ref, differing));
    const schemas = [...this.named].flatMap(([name, forms]) =>
      (['output', 'input'] as const)
        .filter(direction => forms[direction] !== undefined)
        .map(direction => [nameOf(`${name}|${direction}`, differing), rename(forms[direction]!)] as const),
    );
    return {
      document: rename(document),
      schemas: Object.fromEntries(schemas.sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  private keep(name: string, direction: Direction, definition: JsonSchema): void {
    if (name.startsWith('__')) {
      throw new Error('a schema that refers to itself needs a name: .meta({ id })');
    }
    const forms = this.named.get(name) ?? {};
    const known = forms[direction];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) {
      throw new Error(`two different schemas are called ${name}: give one of them another id`);
    }
    this.named.set(name, { ...forms, [direction]: definition });
  }

  /** Names whose two forms differ, by themselves or by what they refer to. */
  private differing(): Set<string> {
    const found = new Set<string>();
    for (;;) {
      const more = [...this.named].filter(
        ([name, { input, output }]) =>
          !found.has(name) &&
          input !== undefined &&
          output !== undefined &&
          textOf(input, found) !== textOf(output, found),
      );
      if (more.length === 0) return found;
      for (const [name] of more) found.add(name);
    }
  }
}

function provisional<Part>(part: Part, direction: Direction): Part {
  return mapRefs(part, ref => {
    if (!ref.startsWith('#/$defs/'))
      throw new Error('a schema that refers to itself needs a name: .meta({ id })');
    return `${ref.slice('#/$defs/'.length)}|${direction}`;
  });
}

function textOf(form: JsonSchema, differing: Set<string>): string {
  return JSON.stringify(mapRefs(form, ref => nameOf(ref, differing)));
}

function nameOf(ref: string, differing: Set<string>): string {
  const [name = '', direction] = ref.split('|');
  return direction === 'input' && differing.has(name) ? `${name}Input` : name;
}

/** Every `$ref` of a document replaced, written as the place among the components. */
function mapRefs<Part>(part: Part, change: (ref: string) => string): Part {
  const isNamed = (ref: string) => ref.startsWith(prefix);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) =>
        key === '$ref' && typeof inner === 'string'
          ? [key, prefix + change(isNamed(inner) ? inner.slice(prefix.length) : inner)]
          : [key, walk(inner)],
      ),
    );
  };
  return walk(part) as Part;
}
