/** Names of WAL segments: timeline, then the segment's number in two halves, each eight hexadecimal digits. */
const segmentName = /^[0-9A-F]{24}$/;

const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');

/**
 * The file of the archive that holds a place in the WAL.
 * @param lsn as Postgres writes it, such as `0/3000028`.
 * @param segmentBytes the server's wal_segment_size.
 */
export function segmentOf(timeline: number, lsn: string, segmentBytes: number): string {
  const [high = '0', low = '0'] = lsn.split('/');
  const number = ((BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)) / BigInt(segmentBytes);
  const aFile = 0x100000000n / BigInt(segmentBytes);
  return hex(BigInt(timeline)) + hex(number / aFile) + hex(number % aFile);
}

/**
 * Files of the archive that no recovery from `oldest` on reads: segments before it, of whatever timeline, and the notes
 * of base backups before it. Timelines' histories stay.
 */
export function segmentsBefore(oldest: string, files: readonly string[]): string[] {
  return files.filter(file => {
    const segment = file.slice(0, 24);
    const suffix = file.slice(24);
    const isOne =
      segmentName.test(segment) && (suffix === '' || /^\.(partial|[0-9A-F]{8}\.backup)$/.test(suffix));
    return isOne && segment.slice(8) < oldest.slice(8);
  });
}
