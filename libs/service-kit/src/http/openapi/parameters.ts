import type { Input, Route } from './routes.js';
import type { SchemaBook } from './schema-book.js';
import type { JsonSchema, Parameter } from './types.js';

/** Said elsewhere in the document: by security, by content types, or not the client's to choose. */
const saidElsewhere = new Set(['authorization', 'accept', 'content-type', 'idempotency-key', 'cookie']);

const headerNames: Record<string, Pick<Parameter, 'name' | 'description'>> = {
  'if-match': {
    name: 'If-Match',
    description:
      'The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes.',
  },
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

export function parametersOf(route: Route, book: SchemaBook, idempotent: boolean): Parameter[] {
  return [
    ...pathParameters(route, book),
    ...route.inputs.filter(input => input.from === 'query').flatMap(input => queryParameters(input, book)),
    ...route.inputs.filter(input => input.from === 'header').flatMap(input => headerParameter(input, book)),
    ...(idempotent ? [idempotencyKey] : []),
  ];
}

function pathParameters({ path, inputs }: Route, book: SchemaBook): Parameter[] {
  const params = inputs.filter(input => input.from === 'param');
  const whole = params.find(input => input.field === undefined && input.schema !== undefined);
  const together = whole?.schema && fieldsOf(book.of(whole.schema, 'input'));
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const own = params.find(input => input.field === name)?.schema;
    const schema = own ? book.of(own, 'input') : (together?.properties[name] ?? { type: 'string' });
    return { name, in: 'path', required: true, ...described(schema) };
  });
}

function queryParameters({ field, schema }: Input, book: SchemaBook): Parameter[] {
  if (schema === undefined) return [];
  const json = book.of(schema, 'input');
  if (field !== undefined) {
    const required = !schema.safeParse(undefined).success;
    return [{ name: field, in: 'query', required, ...described(json) }];
  }
  const { properties, required } = fieldsOf(json);
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...described(of),
  }));
}

function headerParameter({ field, schema }: Input, book: SchemaBook): Parameter[] {
  if (field === undefined || saidElsewhere.has(field.toLowerCase())) return [];
  const known = headerNames[field.toLowerCase()] ?? { name: field };
  const json: JsonSchema = schema ? book.of(schema, 'input') : { type: 'string' };
  return [{ in: 'header', required: false, ...described(json), ...known }];
}

/** A parameter's description stands beside its schema. */
function described({ description, ...schema }: JsonSchema): Pick<Parameter, 'schema' | 'description'> {
  return { ...(description === undefined ? {} : { description }), schema };
}

/** @throws Error for a query that is not made of fields, or that has a name: it would be a reference. */
function fieldsOf(json: JsonSchema): { properties: Record<string, JsonSchema>; required: string[] } {
  const parts = [json, ...(json.allOf ?? [])];
  if (parts.every(part => part.properties === undefined)) {
    throw new Error('parameters are described by an object schema without an id');
  }
  return {
    properties: Object.assign({}, ...parts.map(part => part.properties ?? {})),
    required: parts.flatMap(part => part.required ?? []),
  };
}
