import { describe, expect, it } from '@jest/globals';
import { offsetsAfter } from './own-offsets.js';

describe('how far a service’s own streams go', () => {
  const [a, b, c, d] = [{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'd' }];
  const sent = [
    { topic: 'x', messages: [a, b, c] },
    { topic: 'y', messages: [d] },
  ];
  const placed = new Map([
    [a, 0],
    [b, 1],
    [c, 0],
    [d, 1],
  ]);

  it('is behind what each partition was sent', () => {
    const acked = [
      { topicName: 'x', partition: 0, baseOffset: '10' },
      { topicName: 'x', partition: 1, baseOffset: '7' },
      { topicName: 'y', partition: 1, baseOffset: '0' },
    ];
    expect(offsetsAfter(acked, sent, placed)).toEqual([
      { topic: 'x', partition: 0, next: 12 },
      { topic: 'x', partition: 1, next: 8 },
      { topic: 'y', partition: 1, next: 1 },
    ]);
  });

  it('is left out where the broker does not say where they lie', () => {
    expect(offsetsAfter([{ topicName: 'x', partition: 0, baseOffset: '-1' }], sent, placed)).toEqual([]);
    expect(offsetsAfter([{ topicName: 'x', partition: 0 }], sent, placed)).toEqual([]);
  });
});
