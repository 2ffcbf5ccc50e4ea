import { STATUS_CODES } from 'node:http';
import type { FieldError, Problem } from '@cairn/contracts/http/problem';
import type { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { statusOf } from './status-of.js';
import { unstorableText } from './storable.js';

/** RFC 9457's document for an error code; `detail` says what to do. */
export function problemOf(code: string, detail: string, errors?: FieldError[]): Problem {
  const status = statusOf(code);
  return {
    type: `urn:cairn:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    ...(errors === undefined ? {} : { errors }),
  };
}

export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message }));
}

/**
 * Parses what came over a border.
 * @throws DomainError `invalid_input` naming every wrong field.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(fieldErrors(parsed.error));
  // Of what was parsed, whose depth the schema bounds.
  const unstorable = unstorableText(parsed.data);
  if (unstorable.length > 0) throw invalidInput(unstorable);
  return parsed.data;
}

function invalidInput(errors: FieldError[]): DomainError {
  return new DomainError('invalid_input', 'Mend the fields named in errors and send it again.', errors);
}
