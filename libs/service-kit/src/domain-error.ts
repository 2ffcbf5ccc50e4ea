/**
 * A rule said no. `code` is a stable slug that http/status-of.ts maps to a status; `detail` says what to do.
 * Deterministic: inside a Kafka chunk it sends the message to the dead-letter topic (design.md §3).
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly errors?: { path: string; message: string }[],
    /** Headers of the HTTP answer, such as Retry-After. */
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
    this.name = 'DomainError';
  }
}
