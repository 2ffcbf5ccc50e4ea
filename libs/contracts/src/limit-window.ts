import type { ActionLimit } from './earning.js';

const hourMs = 3_600_000;

/** `[from, to)` in milliseconds since the epoch; both null: ever. */
export type LimitWindow = { from: number; to: number } | { from: null; to: null };

/**
 * The calendar day, week (Monday first) or month of an instant in a time zone, in which a limit counts (domain.md 2.1).
 * Its ends are local midnights, so a day with a change of the clocks has 23 or 25 hours.
 * @param at milliseconds since the epoch. @param timezone IANA, known to this runtime.
 * @throws RangeError for a time zone that is not known.
 */
export function limitWindow(per: ActionLimit['per'], at: number, timezone: string): LimitWindow {
  if (per === 'ever') return { from: null, to: null };
  const local = new Date(localTime(at, timezone));
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const midnight = (monthOf: number, dayOf: number) => firstInstant(Date.UTC(year, monthOf, dayOf), timezone);
  if (per === 'month') return { from: midnight(month, 1), to: midnight(month + 1, 1) };
  if (per === 'day') return { from: midnight(month, day), to: midnight(month, day + 1) };
  const monday = day - ((local.getUTCDay() + 6) % 7);
  return { from: midnight(month, monday), to: midnight(month, monday + 7) };
}

export function inWindow(window: LimitWindow, at: number): boolean {
  return window.from === null || (at >= window.from && at < window.to);
}

/**
 * The first instant of a local date, given as if it were UTC. Where the clocks change around it: by the offset before
 * the change if that still holds at midnight, else by the one after it, else midnight itself was skipped and the date
 * begins with the change.
 */
function firstInstant(date: number, timezone: string): number {
  const earliest = date - 15 * hourMs;
  const latest = date + 13 * hourMs;
  const [before, after] = [offset(earliest, timezone), offset(latest, timezone)];
  if (before === after || offset(date - before, timezone) === before) return date - before;
  if (offset(date - after, timezone) === after) return date - after;
  return changeBetween(earliest, latest, before, timezone);
}

function changeBetween(from: number, to: number, before: number, timezone: string): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle, timezone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Milliseconds that local time is ahead of UTC. */
function offset(at: number, timezone: string): number {
  return localTime(at, timezone) - Math.floor(at / 1_000) * 1_000;
}

/** A local time of day and date as if it were UTC, to the second. */
function localTime(at: number, timezone: string): number {
  const [year, month, day, hour, minute, second] = formatOf(timezone).format(at).match(/\d+/g)!.map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
}

/** Making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timezone, format);
  }
  return format;
}
