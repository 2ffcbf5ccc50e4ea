import { describe, expect, it } from '@jest/globals';
import { segmentOf, segmentsBefore } from './wal.js';

const mebibyte = 1_048_576;

describe('the name of a WAL segment', () => {
  it.each([
    [1, '0/3000028', 16, '000000010000000000000003'],
    [2, '0/FF000000', 16, '0000000200000000000000FF'],
    [1, '1/0', 16, '000000010000000100000000'],
    [10, 'A/40000000', 1024, '0000000A0000000A00000001'],
  ])('timeline %i, %s, segments of %i MB', (timeline, lsn, size, name) => {
    expect(segmentOf(timeline, lsn, size * mebibyte)).toBe(name);
  });
});

describe('what an archive may lose', () => {
  it('is segments before the oldest backup, of every timeline, with their notes; never a history', () => {
    const files = [
      '000000010000000000000002',
      '000000010000000000000002.00000028.backup',
      '000000020000000000000002.partial',
      '000000010000000000000003',
      '000000020000000000000004',
      '00000002.history',
      'README',
    ];
    expect(segmentsBefore('000000010000000000000003', files)).toEqual(files.slice(0, 3));
  });
});
