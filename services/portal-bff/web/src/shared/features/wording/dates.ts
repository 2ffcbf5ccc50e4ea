/** Where and when the reader is; `timeZone` defaults to the browser's. */
export interface Reader {
  now: Date;
  locale: string;
  timeZone?: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A past instant as people say it: "now", "5 minutes ago", "yesterday", "3 days ago", "3 Dec", "3 Dec 2024". */
export function saidPast(instant: string, reader: Reader): string {
  const relative = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  const elapsed = reader.now.getTime() - new Date(instant).getTime();
  const days = calendarDays(new Date(instant), reader);
  if (elapsed < MINUTE) return elapsed < -MINUTE ? dayAndMonth(instant, reader) : 'just now';
  if (elapsed < HOUR) return relative.format(-Math.floor(elapsed / MINUTE), 'minute');
  if (days === 0) return relative.format(-Math.floor(elapsed / HOUR), 'hour');
  return days < 7 ? relative.format(-days, 'day') : dayAndMonth(instant, reader);
}

/** A day to come, to follow "until" or "on": "today", "tomorrow", "3 Dec", "3 Dec 2027". */
export function saidDay(instant: string, reader: Reader): string {
  const days = calendarDays(new Date(instant), reader);
  if (Math.abs(days) > 1) return dayAndMonth(instant, reader);
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(-days, 'day');
}

/** The exact instant, for a hover and for screen readers: "Thursday 3 December 2026 at 14:00". */
export function exactInstant(instant: string, reader: Reader): string {
  return new Intl.DateTimeFormat(reader.locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: reader.timeZone,
  }).format(new Date(instant));
}

function dayAndMonth(instant: string, reader: Reader): string {
  const at = new Date(instant);
  const sameYear = yearOf(at, reader) === yearOf(reader.now, reader);
  return new Intl.DateTimeFormat(reader.locale, {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
    timeZone: reader.timeZone,
  }).format(at);
}

/** Whole calendar days from the instant to now in the reader's zone: yesterday is 1, tomorrow −1. */
function calendarDays(at: Date, reader: Reader): number {
  return Math.round((midnight(reader.now, reader) - midnight(at, reader)) / DAY);
}

function midnight(at: Date, reader: Reader): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: reader.timeZone,
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find(one => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'));
}

const yearOf = (at: Date, reader: Reader) => new Date(midnight(at, reader)).getUTCFullYear();
