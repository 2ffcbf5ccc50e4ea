import { describe, expect, it } from '@jest/globals';
import type { Part, PartOutcome } from './chunk.js';
import { ChunkQueue, type ChunkRun } from './chunk-queue.js';

const part = (partition: number, messages = 1) =>
  ({ partition, messages: Array.from({ length: messages }), fetchedFrom: 0, highWatermark: 0 }) as Part;

const done: PartOutcome = { kind: 'done' };
const together = { alone: false };

/** A topic whose chunks are ended by hand; each is told as its partitions. */
function topic() {
  const chunks: { partitions: number[]; end: (outcomes?: PartOutcome[]) => void }[] = [];
  const run: ChunkRun = parts =>
    new Promise(resolve => {
      chunks.push({
        partitions: parts.map(({ partition }) => partition),
        end: outcomes => resolve(outcomes ?? parts.map(() => done)),
      });
    });
  return { run, chunks, begun: () => chunks.map(({ partitions }) => partitions) };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('ChunkQueue (ADR 28)', () => {
  it('puts what comes at the same time into one chunk of its topic', async () => {
    const queue = new ChunkQueue(2, 10);
    const [a, b] = [topic(), topic()];
    for (const partition of [0, 1, 2]) queue.add(a.run, part(partition), together);
    queue.add(b.run, part(0), together);
    await turn();
    expect(a.begun()).toEqual([[0, 1, 2]]);
    expect(b.begun()).toEqual([[0]]);
  });

  it('begins at once while a lane is free, and gathers while none is', async () => {
    const queue = new ChunkQueue(1, 10);
    const { run, chunks, begun } = topic();
    queue.add(run, part(0), together);
    await turn();
    queue.add(run, part(1), together);
    await turn();
    queue.add(run, part(2), together);
    await turn();
    expect(begun()).toEqual([[0]]);
    chunks[0]!.end();
    await turn();
    await turn();
    expect(begun()).toEqual([[0], [1, 2]]);
  });

  it('keeps to the size of a chunk, and lets one that is larger go by itself', async () => {
    const queue = new ChunkQueue(9, 10);
    const { run, begun } = topic();
    queue.add(run, part(0, 6), together);
    queue.add(run, part(1, 6), together);
    queue.add(run, part(2, 4), together);
    queue.add(run, part(3, 500), together);
    await turn();
    expect(begun()).toEqual([[0, 2], [1], [3]]);
  });

  it('never has a partition twice in a chunk: its second batch is judged by what the first has stored', async () => {
    const queue = new ChunkQueue(9, 10);
    const { run, begun } = topic();
    queue.add(run, part(5), together);
    queue.add(run, part(5), together);
    queue.add(run, part(6), together);
    await turn();
    expect(begun()).toEqual([[5, 6], [5]]);
  });

  it('leaves alone what has failed before', async () => {
    const queue = new ChunkQueue(9, 10);
    const { run, begun } = topic();
    queue.add(run, part(0), together);
    queue.add(run, part(1), { alone: true });
    queue.add(run, part(2), together);
    await turn();
    expect(begun()).toEqual([[0, 2], [1]]);
  });

  it('tells each part what became of it', async () => {
    const queue = new ChunkQueue(1, 10);
    const { run, chunks } = topic();
    const outcomes = [queue.add(run, part(0), together), queue.add(run, part(1), together)];
    await turn();
    chunks[0]!.end([{ kind: 'seek', to: 7 }, done]);
    expect(await Promise.all(outcomes)).toEqual([{ kind: 'seek', to: 7 }, done]);
  });

  it('tells each part of a chunk that threw, and goes on', async () => {
    const queue = new ChunkQueue(1, 10);
    const broken = async () => {
      throw new Error('broken');
    };
    const outcomes = [queue.add(broken, part(0), together), queue.add(broken, part(1), together)];
    for (const outcome of outcomes) await expect(outcome).rejects.toThrow('broken');
    const { run, begun } = topic();
    queue.add(run, part(0), together);
    await turn();
    expect(begun()).toEqual([[0]]);
  });
});
