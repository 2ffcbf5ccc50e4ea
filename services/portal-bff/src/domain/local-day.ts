/** The date of an instant in an IANA time zone, as `2026-11-20`. @throws RangeError for a zone that is not known. */
export function localDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}
