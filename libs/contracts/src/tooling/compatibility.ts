import type { JsonSchema } from './json-schemas.js';

/**
 * Where messages that a writer's schema allows fail a reader's (design.md §2). A reader ignores properties that it does
 * not know, unless its schema closes the object.
 * @param before the reader's schema. @param after the writer's.
 * @returns one line a break, naming the place; empty when the reader can read all that the writer sends.
 */
export function unreadable(before: JsonSchema, after: JsonSchema, path = '$'): string[] {
  const oldChoices = choicesOf(before);
  const newChoices = choicesOf(after);
  if (oldChoices.length > 1 || newChoices.length > 1) {
    return newChoices
      .filter(choice => !oldChoices.some(known => unreadable(known, choice, path).length === 0))
      .map(choice => `${path}: an old reader does not know ${describe(choice)}`);
  }
  return [
    ...typeBreaks(before, after, path),
    ...valueBreaks(before, after, path),
    ...boundBreaks(before, after, path),
    ...propertyBreaks(before, after, path),
    ...itemBreaks(before, after, path),
  ];
}

function choicesOf(schema: JsonSchema): JsonSchema[] {
  const choices = schema.anyOf ?? schema.oneOf;
  return Array.isArray(choices) ? choices.flatMap(choice => choicesOf(choice as JsonSchema)) : [schema];
}

function typeBreaks(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const [known, now] = [typesOf(before), typesOf(after)];
  if (known === null) return [];
  if (now === null) return [`${path}: was ${known.join(' or ')}, is anything`];
  return now
    .filter(type => !known.includes(type) && !(type === 'integer' && known.includes('number')))
    .map(type => `${path}: was ${known.join(' or ')}, may be ${type}`);
}

function typesOf(schema: JsonSchema): unknown[] | null {
  if (schema.type === undefined) return null;
  return Array.isArray(schema.type) ? schema.type : [schema.type];
}

function valueBreaks(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const known = valuesOf(before);
  if (known === null) return [];
  const now = valuesOf(after);
  if (now === null) return [`${path}: was one of ${known.join(', ')}, is anything`];
  return now
    .filter(value => !known.includes(value))
    .map(value => `${path}: an old reader does not know ${value}`);
}

function valuesOf(schema: JsonSchema): string[] | null {
  if ('const' in schema) return [JSON.stringify(schema.const)];
  return Array.isArray(schema.enum) ? schema.enum.map(value => JSON.stringify(value)) : null;
}

const bounds = [
  ['minimum', 1],
  ['exclusiveMinimum', 1],
  ['minLength', 1],
  ['minItems', 1],
  ['maximum', -1],
  ['exclusiveMaximum', -1],
  ['maxLength', -1],
  ['maxItems', -1],
] as const;

/** A bound may become tighter for writers, never looser than an old reader checks. */
function boundBreaks(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const looser = bounds
    .filter(([name, sign]) => {
      const [old, now] = [before[name], after[name]];
      return typeof old === 'number' && (typeof now !== 'number' || (now - old) * sign < 0);
    })
    .map(([name]) => `${path}: ${name} was ${before[name]}, is ${after[name] ?? 'gone'}`);
  const texts = (['pattern', 'format'] as const)
    .filter(name => before[name] !== undefined && before[name] !== after[name])
    .map(name => `${path}: ${name} was ${before[name]}, is ${after[name] ?? 'gone'}`);
  return [...looser, ...texts];
}

function propertyBreaks(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  const required = (schema: JsonSchema) => (Array.isArray(schema.required) ? schema.required : []);
  const gone = required(before)
    .filter(name => !required(after).includes(name))
    .map(name => `${path}.${name}: was always there, may be missing`);
  const changed = Object.keys(old)
    .filter(name => name in now)
    .flatMap(name => unreadable(old[name]!, now[name]!, `${path}.${name}`));
  const added =
    before.additionalProperties === false
      ? Object.keys(now)
          .filter(name => !(name in old))
          .map(name => `${path}.${name}: an old reader refuses properties that it does not know here`)
      : [];
  return [...gone, ...changed, ...added];
}

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return (schema.properties ?? {}) as Record<string, JsonSchema>;
}

function itemBreaks(before: JsonSchema, after: JsonSchema, path: string): string[] {
  if (typeof before.items !== 'object' || before.items === null) return [];
  if (typeof after.items !== 'object' || after.items === null)
    return [`${path}[]: was of one kind, is anything`];
  return unreadable(before.items as JsonSchema, after.items as JsonSchema, `${path}[]`);
}

function describe(schema: JsonSchema): string {
  if ('const' in schema || 'enum' in schema) return (valuesOf(schema) ?? []).join(', ');
  const tag = Object.entries(propertiesOf(schema)).find(([, property]) => 'const' in property);
  return tag
    ? `${tag[0]} ${JSON.stringify(tag[1].const)}`
    : `a ${String(schema.type ?? 'value')} of this shape`;
}
