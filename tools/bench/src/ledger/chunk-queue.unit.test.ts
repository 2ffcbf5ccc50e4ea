import { describe, expect, it } from '@jest/globals';
import { ChunkQueue } from './chunk-queue.js';

const chunks = (...of: number[][]) => of.map((partitions, order) => ({ partitions, order }));

describe('ChunkQueue', () => {
  it('keeps the order of a partition, and gives one of its chunks at a time', () => {
    const queue = new ChunkQueue(chunks([1], [1], [2]));
    const first = queue.take()!;
    const second = queue.take()!;
    expect([first, second].map(({ order }) => order)).toEqual([0, 2]);
    expect(queue.take()).toBeUndefined();
    queue.done(first);
    expect(queue.take()).toEqual({ partitions: [1], order: 1 });
    expect(queue.take()).toBeUndefined();
  });

  it('lets nothing pass a chunk that waits for one of its partitions', () => {
    const queue = new ChunkQueue(chunks([1], [1, 2], [2], [3]));
    const first = queue.take()!;
    expect(queue.take()?.order).toBe(3);
    expect(queue.take()).toBeUndefined();
    queue.done(first);
    expect(queue.take()?.order).toBe(1);
    expect(queue.take()).toBeUndefined();
  });
});
