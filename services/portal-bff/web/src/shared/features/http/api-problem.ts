import type { FieldError } from '@cairn/contracts/http/problem';

/** An answer that was not a success. `status` 0: no answer at all; `code`: the problem's slug (api.md). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** What is wrong with the fields that were sent: `tiers.1.threshold`. */
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

export const isSignedOut = (error: unknown) => error instanceof ApiProblem && error.status === 401;

/** Refused for good: asking again without a change would end the same. */
export const isRefused = (error: unknown) =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;

/** The problem's slug, such as `program_in_another_series`; null for what is no answer of the server. */
export const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.code : null);
