import { z } from 'zod';

/** An instant as RFC 3339 with any offset; compared as instants, never as text. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(text => text >= '1900', 'not before the year 1900');

/** Points: an integer that stays exact in JSON and in JavaScript, |n| ≤ 2^53 − 1. */
export const points = z.int();

/** Money in minor units of the currency beside it (cents, pence; yen have none), 0 to 2^53 − 1. */
export const minorUnits = z.int().min(0);

/** ISO 4217 alphabetic code, upper case. Whether it exists is checked where a brand is made. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code in upper case, such as USD');

/** A plain decimal string from 0 to 1000 with at most 6 decimals (domain.md 2.6). */
export const rate = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,6})?$/, 'a plain decimal string with at most 6 decimals, such as "0.25"')
  .refine(text => Number(text) <= 1000, 'at most "1000"');

/** The client's own event id: 1 to 200 printable ASCII characters without spaces (api.md, Ingestion). */
export const eventId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, '1 to 200 printable ASCII characters without spaces');

/** An IANA time zone that this runtime knows. */
export const timezone = z.string().refine(isTimeZone, 'an IANA time zone, such as Europe/London');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** A UUID; lower case, as the databases write it. */
export const id = z.uuid().toLowerCase();

/** A CSS hex colour, three or six digits. */
export const hexColour = z
  .string()
  .regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, 'a CSS hex colour, such as #c8963e');
