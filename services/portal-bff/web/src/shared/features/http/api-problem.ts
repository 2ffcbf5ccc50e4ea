import { type FieldError, problem } from '@cairn/contracts/http/problem';

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

/** The problem that a body is, as RFC 9457 has it; without one, what the status says. */
export function problemIn(status: number, statusText: string, body: unknown): ApiProblem {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return new ApiProblem(status, 'unknown', statusText);
  const { code, detail, title, errors } = parsed.data;
  return new ApiProblem(status, code, detail ?? title, errors);
}

export const isSignedOut = (error: unknown) => error instanceof ApiProblem && error.status === 401;

/** Refused for good: asking again without a change would end the same. */
export const isRefused = (error: unknown) =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;

/** The problem's slug, such as `program_in_another_series`; null for what is no answer of the server. */
export const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.code : null);
