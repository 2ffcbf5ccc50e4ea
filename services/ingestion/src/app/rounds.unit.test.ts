import { describe, expect, it } from '@jest/globals';
import { Rounds } from './rounds.js';

describe('rounds', () => {
  it('take together what comes while one is under way, at most so many, and answer each', async () => {
    const sizes: number[] = [];
    const first = Promise.withResolvers<void>();
    const rounds = new Rounds<number, number>(
      async items => {
        sizes.push(items.length);
        if (sizes.length === 1) await first.promise;
        return items.map(item => item * 2);
      },
      3,
      1_000,
    );
    const one = rounds.submit(1);
    await new Promise(setImmediate);
    const more = [2, 3, 4, 5, 6].map(item => rounds.submit(item));
    expect(rounds.size).toBe(5);
    first.resolve();
    expect(await Promise.all([one, ...more])).toEqual([2, 4, 6, 8, 10, 12]);
    await rounds.idle();
    expect(sizes).toEqual([1, 3, 2]);
    expect(await rounds.submit(7)).toBe(14);
  });

  it('that fail are told to all of them, and the next goes on', async () => {
    const rounds = new Rounds<string, string>(
      async items => {
        if (items.includes('bad')) throw new Error('away');
        return items;
      },
      10,
      1_000,
    );
    const failed = await Promise.allSettled([rounds.submit('bad'), rounds.submit('with it')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await rounds.submit('good')).toBe('good');
  });
});

it('a round that takes too long is not waited for', async () => {
  const never = new Rounds<string, string>(() => new Promise(() => undefined), 10, 1);
  expect(await never.soon('item', 'late')).toBe('late');
  const once = new Rounds<string, string>(async items => items, 10, 60_000);
  expect(await once.soon('in time', 'late')).toBe('in time');
});
