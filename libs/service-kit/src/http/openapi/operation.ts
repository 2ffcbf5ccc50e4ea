import { STATUS_CODES } from 'node:http';
import { problem } from '@cairn/contracts/http/problem';
import type { z } from 'zod';
import { statusOf } from '../status-of.js';
import type { Described } from './answers.js';
import { defaultsInWords } from './left-out.js';
import { parametersOf } from './parameters.js';
import type { Input, Route } from './routes.js';
import type { SchemaBook } from './schema-book.js';
import type { Content, JsonSchema, Operation, Response, SecurityRequirement } from './types.js';

export interface OperationOf {
  route: Route;
  described: Described;
  operationId: string;
  tags: string[];
  security: SecurityRequirement[];
  /** Whether an answer carries an ETag. */
  etag: boolean;
}

/** One operation of the document: what it takes by the handler's pipes, what it answers by its `@Answers`. */
export function operationOf(of: OperationOf, book: SchemaBook): Operation {
  const { route, described } = of;
  const { summary, description } = described.description;
  const requestBody = requestBodyOf(of, book);
  const parameters = parametersOf(route, book, isIdempotent(of));
  return {
    operationId: of.operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: of.tags,
    security: of.security,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { ...problemsOf(of, book), ...answersOf(of, book) },
  };
}

export function takesIfMatch({ inputs }: Route): boolean {
  return inputs.some(input => input.from === 'header' && input.field?.toLowerCase() === 'if-match');
}

function isIdempotent({ route, described: { description } }: OperationOf): boolean {
  return description.idempotent ?? (route.method === 'post' && description.requestSchema === undefined);
}

function requestBodyOf({ route, described: { description } }: OperationOf, book: SchemaBook) {
  const schema = description.requestSchema ?? bodyInput(route)?.schema;
  if (schema === undefined) return undefined;
  const json = defaultsInWords(book.of(schema, 'input'));
  const types = description.contentTypes?.request ?? ['application/json'];
  const content: Content = Object.fromEntries(types.map(type => [type, { schema: sentAs(type, json) }]));
  if (description.form !== undefined)
    content['multipart/form-data'] = { schema: formOf(description.form, book) };
  return { required: !takesNothing(schema), content };
}

/** A form's fields, and the file. */
function formOf(fields: z.ZodType, book: SchemaBook): JsonSchema {
  const { properties, required = [], ...rest } = defaultsInWords(book.of(fields, 'input'));
  const file: JsonSchema = { type: 'string', format: 'binary' };
  return { ...rest, properties: { ...properties, file }, required: [...required, 'file'] };
}

function bodyInput({ inputs }: Route): Input | undefined {
  return inputs.find(input => input.from === 'body' && input.schema !== undefined);
}

/** Lines are text to a client; the schema says what is in each. */
function sentAs(type: string, json: JsonSchema): JsonSchema {
  if (type !== 'application/x-ndjson' && type !== 'text/csv') return json;
  const lines =
    type === 'text/csv' ? 'CSV with a line of names first, a record a line' : 'one JSON value a line';
  return { type: 'string', description: lines, contentMediaType: type, contentSchema: json };
}

function takesNothing(schema: z.ZodType): boolean {
  try {
    return schema.safeParse(undefined).success;
  } catch {
    return false;
  }
}

function answersOf({ described, etag }: OperationOf, book: SchemaBook): Record<string, Response> {
  const type = described.description.contentTypes?.answer ?? 'application/json';
  return Object.fromEntries(
    Object.entries(described.answers).map(([status, schema]) => [
      status,
      {
        description: STATUS_CODES[status] ?? status,
        ...(etag && Number(status) < 300 ? { headers: { ETag: etagHeader } } : {}),
        ...(schema === null ? {} : { content: { [type]: { schema: book.of(schema, 'output') } } }),
      },
    ]),
  );
}

const etagHeader = {
  description: 'The state of what is answered; If-Match takes it.',
  schema: { type: 'string' },
};

/** By status: those of its inputs, and those it names. */
function problemsOf(of: OperationOf, book: SchemaBook): Record<string, Response> {
  const codes = new Set([...usualProblems(of), ...(of.described.description.problems ?? [])]);
  const byStatus = Map.groupBy(codes, statusOf);
  const named = [...byStatus].sort(([a], [b]) => a - b);
  return {
    ...Object.fromEntries(named.map(([status, among]) => [status, problemResponse(status, among, book)])),
    default: {
      description:
        'Too large, too fast, or broken or away on our side: `code` and `detail` say which and what to do.',
      content: { 'application/problem+json': { schema: book.of(problem, 'output') } },
    },
  };
}

function usualProblems(of: OperationOf): string[] {
  const { route, described, security } = of;
  const hasBody = described.description.requestSchema !== undefined || bodyInput(route) !== undefined;
  const hasInput =
    hasBody || isIdempotent(of) || route.inputs.some(({ from, schema }) => from === 'query' && schema);
  return [
    ...(hasInput ? ['invalid_input'] : []),
    ...(hasBody ? ['invalid_json'] : []),
    ...(security.length > 0 ? ['unauthenticated', 'forbidden'] : []),
    ...(route.path.includes('{') ? ['not_found'] : []),
    ...(isIdempotent(of) ? ['idempotency_key_reused', 'in_progress'] : []),
    ...(takesIfMatch(route) ? ['stale'] : []),
  ];
}

function problemResponse(status: number, codes: readonly string[], book: SchemaBook): Response {
  const code = {
    type: 'object',
    properties: { code: { type: 'string', enum: [...codes] } },
    required: ['code'],
  };
  return {
    description: `${STATUS_CODES[status] ?? status}: ${codes.map(name => `\`${name}\``).join(', ')}`,
    content: { 'application/problem+json': { schema: { allOf: [book.of(problem, 'output'), code] } } },
  };
}
