/** The HTTP status of each stable error code; the one place where codes meet HTTP. Unlisted domain errors are 422. */
const statuses: Record<string, number> = {
  invalid_input: 400,
  invalid_json: 400,
  invalid_event: 400,
  unauthenticated: 401,
  link_used: 401,
  forbidden: 403,
  not_found: 404,
  idempotency_key_reused: 409,
  in_progress: 409,
  program_in_another_series: 409,
  promotion_circle: 409,
  already_in_program: 409,
  move_before_membership: 409,
  duplicate_external_id: 409,
  duplicate_email: 409,
  duplicate_code: 409,
  duplicate_slug: 409,
  series_not_draft: 409,
  stale: 412,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

export function statusOf(code: string): number {
  return statuses[code] ?? 422;
}
