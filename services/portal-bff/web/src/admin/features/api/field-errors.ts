import { ApiProblem } from '../../../shared/features/http/api-problem.js';

/** What is wrong with each field, by the path that the server names it by: `address.city`. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** The fields that a refused call complained of; none for any other end. */
export function fieldErrorsOf(error: unknown): FieldErrors {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
}
