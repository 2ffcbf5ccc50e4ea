import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Schema = Readonly<Record<string, unknown>>;

/** What says nothing about whether a manifest is valid, or says it by words that JSON Schema does not have. */
const dropped = new Set([
  'description',
  'format',
  'default',
  'example',
  'externalDocs',
  'nullable',
  'title',
  '$id',
]);

/**
 * A CustomResourceDefinition's structural schema as JSON Schema: as the API server would prune it, so a property that it
 * does not know is a mistake.
 */
export function closed(schema: Schema, root = true): Schema {
  if (schema['x-kubernetes-int-or-string'] === true) return { type: ['integer', 'string'] };
  const kept = Object.entries(schema).filter(
    ([key]) => !dropped.has(key) && !key.startsWith('x-kubernetes-'),
  );
  const converted: Record<string, unknown> = Object.fromEntries(
    kept.map(([key, value]) => [key, convertedAt(key, value)]),
  );
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema['x-kubernetes-embedded-resource'] === true;
  if (isSchema(schema.properties) && !('additionalProperties' in schema) && !open)
    converted.additionalProperties = false;
  if (root && isSchema(converted.properties)) {
    const { status: _status, ...properties } = converted.properties;
    converted.properties = { ...properties, metadata: { type: 'object' } };
  }
  return converted;
}

function convertedAt(key: string, value: unknown): unknown {
  if (key === 'properties' && isSchema(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, of]) => [name, isSchema(of) ? closed(of, false) : of]),
    );
  if ((key === 'items' || key === 'additionalProperties') && isSchema(value)) return closed(value, false);
  // They narrow what `properties` already names, so closing them would refuse the rest.
  if (['anyOf', 'oneOf', 'allOf'].includes(key) && Array.isArray(value)) return value.map(narrowing);
  if (key === 'not' && isSchema(value)) return narrowing(value);
  return value;
}

function narrowing(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(narrowing);
  if (!isSchema(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !dropped.has(key) && !key.startsWith('x-kubernetes-'))
      .map(([key, value]) => [key, narrowing(value)]),
  );
}

/** One kind of Kubernetes itself, with the definitions that it needs and no others. */
export function kubernetesSchema(folder: string, name: string): Schema {
  const all = readSchema(join(folder, '_definitions.json')).$defs as Record<string, Schema>;
  const definitions: Record<string, unknown> = {};
  const local = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(local);
    if (!isSchema(value)) return value;
    if (typeof value.$ref === 'string') {
      const wanted = value.$ref.replace(/^.*#\/\$defs\//, '');
      if (!(wanted in definitions)) {
        definitions[wanted] = {};
        definitions[wanted] = local(all[wanted]);
      }
      return { $ref: `#/$defs/${wanted}` };
    }
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, of]) => !(dropped.has(key) && !isSchema(of)) && !key.startsWith('x-kubernetes-'))
        .map(([key, of]) => [key, local(of)]),
    );
  };
  const schema = local(readSchema(join(folder, `${name}.json`))) as Schema;
  return { ...schema, $defs: definitions };
}

function readSchema(file: string): Schema {
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
