/** Making a formatter costs a hundred times its use. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant in an IANA time zone, as people write it: "3 Dec 2026". */
export function dayWords(instant: string, timezone: string): string {
  const formatter = formatters.get(timezone) ?? formatterOf(timezone);
  formatters.set(timezone, formatter);
  return formatter.format(new Date(instant));
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
}
