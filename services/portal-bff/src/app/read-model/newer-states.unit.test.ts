import type { Envelope } from '@cairn/contracts/envelope';
import { describe, expect, it } from '@jest/globals';
import { newerStates } from './newer-states.js';

const event = (key: string, version: number) =>
  ({ aggregate: key, aggregateversion: version, data: `${key}${version}` }) as Envelope;

const judge = (versions: [string, number][], stored: [string, number][] = []) => {
  const events = versions.map(([key, version]) => event(key, version));
  const { newest, gaps } = newerStates(events, new Map(stored), each => each.aggregate ?? '');
  return { newest: newest.map(each => each.data), gaps };
};

describe('newerStates', () => {
  it('keeps the newest a key', () => {
    expect(
      judge([
        ['a', 1],
        ['b', 1],
        ['a', 2],
      ]),
    ).toEqual({ newest: ['a2', 'b1'], gaps: [] });
  });

  it('drops what was seen', () => {
    expect(
      judge(
        [
          ['a', 3],
          ['a', 2],
        ],
        [['a', 3]],
      ),
    ).toEqual({ newest: [], gaps: [] });
  });

  it('takes the newer state over a gap, and tells it', () => {
    expect(
      judge(
        [
          ['a', 5],
          ['a', 4],
        ],
        [['a', 2]],
      ),
    ).toEqual({
      newest: ['a5'],
      gaps: [{ aggregate: 'a', stored: 2, incoming: 5 }],
    });
  });
});
