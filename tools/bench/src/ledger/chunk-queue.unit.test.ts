import { describe, expect, it } from '@jest/globals';
import { ChunkQueue } from './chunk-queue.js';

const chunks = (...partitions: number[]) => partitions.map((partition, order) => ({ partition, order }));

describe('ChunkQueue', () => {
  it('keeps the order of a partition, and gives one of its chunks at a time', () => {
    const queue = new ChunkQueue(chunks(1, 1, 2));
    const first = queue.take()!;
    const second = queue.take()!;
    expect([first, second].map(({ order }) => order)).toEqual([0, 2]);
    expect(queue.take()).toBeUndefined();
    queue.done(first);
    expect(queue.take()).toEqual({ partition: 1, order: 1 });
    expect(queue.take()).toBeUndefined();
  });

  it('begins with the partition that has the most left', () => {
    const queue = new ChunkQueue(chunks(7, 3, 3, 3, 9, 9));
    expect([queue.take(), queue.take(), queue.take()].map(chunk => chunk?.partition)).toEqual([3, 9, 7]);
  });
});
