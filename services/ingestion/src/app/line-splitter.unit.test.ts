import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Line, LineSplitter } from './line-splitter.js';

const limit = 64;

function linesOf(chunks: readonly Uint8Array[]): (string | null)[] {
  const splitter = new LineSplitter(limit);
  const lines: Line[] = [...chunks.flatMap(chunk => splitter.push(chunk)), ...splitter.end()];
  return lines.map(line => line && Buffer.from(line).toString('utf8'));
}

/** What a reader of the whole text would call its lines. */
function expected(text: string): (string | null)[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(line => line.replace(/\r$/, ''))
    .filter(line => /[^ \t\r]/.test(line));
}

const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r', ' ', '\t', '{"id":"a"}', 'é', '€', '😀', '\uFEFF'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

/** Short enough that no line of it reaches the limit. */
const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));

describe('lines of a stream', () => {
  it('are the same however the bytes were chunked, characters cut in the middle included', () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 20 });
    fc.assert(
      fc.property(text, cuts, (given, at) => {
        fc.pre(expected(given).every(line => Buffer.byteLength(line ?? '') + 4 <= limit));
        const bytes = Buffer.from(given);
        const points = [0, ...at.map(cut => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const chunks = points.slice(1).map((end, index) => bytes.subarray(points[index], end));
        expect(linesOf(chunks)).toEqual(expected(given));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[string, string, (string | null)[]]>([
    ['none', '', []],
    ['no newline at the end', 'a\nb', ['a', 'b']],
    ['both ends of line', 'a\r\nb\nc\r\n', ['a', 'b', 'c']],
    ['blank lines', '\n\na\n \t\r\n\nb\n\n', ['a', 'b']],
    ['a byte order mark, alone or not', '\uFEFF\na', ['a']],
    ['a byte order mark before the first line', '\uFEFFa\nb', ['a', 'b']],
    ['as long as the limit', `${'x'.repeat(limit)}\nb`, ['x'.repeat(limit), 'b']],
    ['too long, in the middle', `a\n${'x'.repeat(limit + 1)}\nb`, ['a', null, 'b']],
    ['too long, at the end', `a\n${'x'.repeat(10 * limit)}`, ['a', null]],
    ['too long twice', `${'x'.repeat(200)}\n${'y'.repeat(200)}\nb`, [null, null, 'b']],
  ])('%s', (_, given, wanted) => {
    const bytes = Buffer.from(given);
    expect(linesOf([bytes])).toEqual(wanted);
    expect(linesOf([...bytes].map(byte => Buffer.from([byte])))).toEqual(wanted);
  });

  it('does not let a later line overwrite one that was given out', () => {
    const splitter = new LineSplitter(limit);
    splitter.push(Buffer.from('first'));
    const [line] = splitter.push(Buffer.from('\nsecond'));
    splitter.push(Buffer.from(' and more'));
    expect(Buffer.from(line!).toString()).toBe('first');
  });
});
