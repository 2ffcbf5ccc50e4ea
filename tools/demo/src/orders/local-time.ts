const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The UTC instant of a local time in an IANA zone: ("1997-01-01", "12:00:00", "America/New_York") →
 * "1997-01-01T17:00:00.000Z". Where the clock is set back, the earlier of the two; a time that a clock set forward
 * leaves out is read with the offset before it.
 */
export function instantOf(day: string, time: string, zone: string): string {
  const asUtc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(asUtc)) throw new Error(`not a local time: ${day} ${time}`);
  // The offset a day earlier and a day later are the only two candidates: no zone changes twice in two days.
  const [before, after] = [offsetAt(asUtc - 86_400_000, zone), offsetAt(asUtc + 86_400_000, zone)];
  const matching = [before, after].find(offset => offsetAt(asUtc - offset, zone) === offset);
  return new Date(asUtc - (matching ?? before)).toISOString();
}

/** Milliseconds by which the zone's wall clock is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(part => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
