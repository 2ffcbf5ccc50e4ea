/** https://shopify.dev/changelog/updates-to-webhook-retry-mechanism: eight times over four hours, ever longer apart. */
const RETRIES = 8;
const OVER = 4 * 3_600_000;

/** Milliseconds until the next attempt after so many; null when there is none. */
export function pauseAfter(attempts: number, scale: number): number | null {
  if (attempts > RETRIES) return null;
  return Math.round((OVER / (2 ** RETRIES - 1)) * 2 ** (attempts - 1) * scale);
}
