import { describe, expect, it } from '@jest/globals';
import { FaultMix, type Kind } from './fault-mix.js';
import { FaultQueue } from './fault-queue.js';
import { Fault } from './faults.js';

const SHOP = 'a.myshopify.com';

function take(faults: FaultQueue, field: string, shop = SHOP, impossible: readonly Kind[] = []) {
  return faults.take({ shop, rootFields: [field], impossible });
}

describe('faults', () => {
  it('happen as often as asked, oldest first, and only to what they are aimed at', () => {
    const faults = new FaultQueue();
    faults.add(Fault.parse({ kind: 'http_500', operation: 'customerSet', times: 2 }));
    faults.add(Fault.parse({ kind: 'reset', shop: 'b.myshopify.com' }));
    faults.add(Fault.parse({ kind: 'throttled' }));
    expect(take(faults, 'discountCodeBasicCreate')?.kind).toBe('throttled');
    expect(take(faults, 'customerSet')?.kind).toBe('http_500');
    expect(take(faults, 'customerSet')?.kind).toBe('http_500');
    expect(take(faults, 'customerSet')).toBeUndefined();
    expect(take(faults, 'shop', 'b.myshopify.com')?.kind).toBe('reset');
    expect(faults.waiting()).toEqual([]);
    faults.add(Fault.parse({ kind: 'user_error' }));
    expect(take(faults, 'orders', SHOP, ['user_error'])).toBeUndefined();
    expect(take(faults, 'customerSet')?.kind).toBe('user_error');
  });

  it('are refused with a mistake in them', () => {
    expect(Fault.safeParse({ kind: 'explode' }).success).toBe(false);
    expect(Fault.safeParse({ kind: 'slow', milliseconds: 5 }).success).toBe(false);
  });
});

describe('a mix of faults', () => {
  const kinds = { http_500: 1, reset: 1, throttled: 1, user_error: 1, no_answer_after_commit: 2 };

  function met(mix: object, requests: number, impossible: readonly Kind[] = []) {
    const faults = new FaultQueue();
    faults.goOn(FaultMix.parse(mix));
    const taken = Array.from({ length: requests }, () => take(faults, 'customerSet', SHOP, impossible)?.kind);
    return { taken, ...faults.status() };
  }

  it('hits its share of the requests in every way, the same for the same seed, and counts them', () => {
    const first = met({ mix: kinds, share: 0.333, seed: 5 }, 3000);
    const hit = first.taken.filter(kind => kind !== undefined);
    expect(Math.abs(hit.length - 1000)).toBeLessThan(100);
    expect(Object.keys(first.met).sort()).toEqual(Object.keys(kinds).sort());
    expect(first.met.no_answer_after_commit).toBeGreaterThan(first.met.http_500 ?? 0);
    expect(Object.values(first.met).reduce((sum, count) => sum + count, 0)).toBe(hit.length);
    expect(met({ mix: kinds, share: 0.333, seed: 5 }, 3000).taken).toEqual(first.taken);
    expect(met({ mix: kinds, share: 0.333, seed: 6 }, 3000).taken).not.toEqual(first.taken);
  });

  it('can hit every third', () => {
    const { taken } = met({ mix: { reset: 1 }, every: 3 }, 6);
    expect(taken).toEqual([undefined, undefined, 'reset', undefined, undefined, 'reset']);
  });

  it('meets nothing that is impossible, such as a user error for a query', () => {
    const ofQuery = ['user_error'] as const;
    expect(met({ mix: kinds, share: 1 }, 200, ofQuery).met).not.toHaveProperty('user_error');
    expect(met({ mix: { user_error: 1 }, share: 1 }, 5, ofQuery).met).toEqual({});
  });

  it.each([
    ['neither share nor every', { mix: kinds }],
    ['both', { mix: kinds, share: 0.1, every: 3 }],
    ['no kinds', { mix: {}, share: 0.1 }],
    ['an unknown kind', { mix: { explode: 1 }, share: 0.1 }],
  ])('is refused with %s', (_what, mix) => {
    expect(FaultMix.safeParse(mix).success).toBe(false);
  });
});
