import type { FieldError } from '@cairn/contracts/http/problem';

const minute = 60_000;
const day = 86_400_000;

/** An event may be up to 5 minutes ahead of our clock (api.md, Ingestion). */
const ahead = 5 * minute;

export interface Refusal {
  code: string;
  errors: FieldError[];
}

/**
 * Whether an event's time can be taken: at most 5 minutes ahead and at most the brand's days old.
 * @param occurredAt milliseconds since the epoch. @param acceptedAt the same.
 */
export function checkTime(occurredAt: number, acceptedAt: number, maxEventAgeDays: number): Refusal | null {
  if (occurredAt > acceptedAt + ahead) {
    return refusal(
      'in_the_future',
      'more than 5 minutes ahead: check the clock or the time zone that sent it',
    );
  }
  if (occurredAt < acceptedAt - maxEventAgeDays * day) {
    return refusal(
      'too_old',
      `more than ${maxEventAgeDays} days old: raise the brand's maxEventAgeDays to load history`,
    );
  }
  return null;
}

function refusal(code: string, message: string): Refusal {
  return { code, errors: [{ path: 'occurredAt', message }] };
}
