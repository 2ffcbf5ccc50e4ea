import type { CreateSeries, SeriesView } from '@cairn/contracts/http/series';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '../../../../shared/features/http/api-problem.js';
import { DraftStore } from './draft-store.js';
import { nextTier } from './form.js';

const context = { exponent: 2, timeZone: 'UTC' };

/** A server of one series, as strict about revisions as the real one. */
function server() {
  const made = new Map<string, string>();
  let view: SeriesView | null = null;
  let keys = 0;
  const stored = (draft: CreateSeries, revision: number): SeriesView => ({
    ...draft,
    id: 'series-1',
    status: 'draft',
    version: 0,
    draft: null,
    retroactive: null,
    revision,
    createdAt: '2026-11-23T00:00:00Z',
    updatedAt: '2026-11-23T00:00:00Z',
    tiers: draft.tiers.map((tier, index) => ({ ...tier, id: tier.id ?? `tier-${revision}-${index}` })),
  });
  const fake = {
    failNext: null as Error | null,
    loseAnswer: false,
    creations: 0,
    get view() {
      return view;
    },
    byAnother: (draft: Partial<SeriesView>) => {
      view = { ...(view as SeriesView), ...draft, revision: (view?.revision ?? 0) + 1 };
    },
    calls: {
      newKey: () => {
        keys += 1;
        return `key-${keys}`;
      },
      create: async (draft: CreateSeries, key: string) => {
        if (made.has(key) && made.get(key) !== JSON.stringify(draft)) {
          throw new ApiProblem(409, 'idempotency_key_reused', '');
        }
        if (!made.has(key)) {
          made.set(key, JSON.stringify(draft));
          fake.creations += 1;
          view = stored(draft, 1);
        }
        if (fake.loseAnswer) {
          fake.loseAnswer = false;
          throw new ApiProblem(0, 'no_connection', '');
        }
        return { id: 'series-1' };
      },
      update: async (_id: string, draft: CreateSeries, revision: number) => {
        const failure = fake.failNext;
        fake.failNext = null;
        if (failure) throw failure;
        if (view?.revision !== revision) throw new ApiProblem(412, 'stale', '');
        view = stored(draft, revision + 1);
        return view;
      },
      read: async () => view as SeriesView,
    },
  };
  return fake;
}

const begun = (store: DraftStore) =>
  store.edit(form => ({ ...form, name: 'Climb', category: 'referral', programIds: ['p1'] }));
const kindOf = (store: DraftStore) => store.read().saving.kind;

describe('a draft being written', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('saves by itself after a pause, once the server can take it', async () => {
    const fake = server();
    const store = new DraftStore(fake.calls, context, null);
    expect(kindOf(store)).toBe('saved');
    store.edit(form => ({ ...form, name: 'Climb' }));
    await jest.advanceTimersByTimeAsync(5_000);
    expect([kindOf(store), fake.view]).toEqual(['incomplete', null]);
    begun(store);
    expect(kindOf(store)).toBe('unsaved');
    await jest.advanceTimersByTimeAsync(1_000);
    expect([kindOf(store), fake.view?.name, store.read().stored?.id]).toEqual(['saved', 'Climb', 'series-1']);
  });

  it('takes over the ids of new tiers while somebody types on', async () => {
    const fake = server();
    const store = new DraftStore(fake.calls, context, null);
    begun(store);
    store.edit(form => ({ ...form, tiers: [nextTier(form.tiers, 'a')] }));
    const saving = store.save();
    store.edit(form => ({ ...form, tiers: form.tiers.map(tier => ({ ...tier, name: 'Stone' })) }));
    await saving;
    expect(store.read().form.tiers[0]).toMatchObject({ name: 'Stone', id: 'tier-1-0' });
    expect(kindOf(store)).toBe('unsaved');
    await store.save();
    expect(fake.view?.tiers).toMatchObject([{ id: 'tier-1-0', name: 'Stone' }]);
  });

  it('makes one series although the answer to the first try was lost and the text has changed since', async () => {
    const fake = server();
    fake.loseAnswer = true;
    const store = new DraftStore(fake.calls, context, null);
    begun(store);
    await expect(store.save()).rejects.toThrow();
    expect(kindOf(store)).toBe('failed');
    store.edit(form => ({ ...form, name: 'Another climb' }));
    await jest.advanceTimersByTimeAsync(10_000);
    expect([fake.creations, fake.view?.name, kindOf(store)]).toEqual([1, 'Another climb', 'saved']);
  });

  it('shows the server’s words at their field until it is edited', async () => {
    const fake = server();
    const store = new DraftStore(fake.calls, context, null);
    begun(store);
    await store.save();
    const errors = [{ path: 'tiers.1.threshold', message: 'must be above the tier before it' }];
    fake.failNext = new ApiProblem(400, 'invalid_input', '', errors);
    store.edit(form => ({ ...form, name: 'B' }));
    await expect(store.save()).rejects.toThrow();
    expect(store.read().refusals).toEqual([
      { path: 'tiers.1.threshold', words: 'Must be above the tier before it.' },
    ]);
    store.edit(form => ({ ...form, name: 'C' }));
    expect(store.read().refusals).toEqual([]);
  });

  it('never writes over somebody else’s save unasked; either text can be had', async () => {
    const fake = server();
    const store = new DraftStore(fake.calls, context, null);
    begun(store);
    await store.save();
    fake.byAnother({ name: 'Theirs' });
    store.edit(form => ({ ...form, name: 'Mine' }));
    await jest.advanceTimersByTimeAsync(10_000);
    expect([kindOf(store), fake.view?.name]).toEqual(['conflict', 'Theirs']);
    store.showTheirs();
    expect([store.read().form.name, store.read().aside?.name, kindOf(store)]).toEqual([
      'Theirs',
      'Mine',
      'saved',
    ]);
    store.bringBack();
    await jest.advanceTimersByTimeAsync(1_000);
    expect([fake.view?.name, kindOf(store)]).toEqual(['Mine', 'saved']);
  });

  it('saves over it when told to', async () => {
    const fake = server();
    const store = new DraftStore(fake.calls, context, null);
    begun(store);
    await store.save();
    fake.byAnother({ name: 'Theirs' });
    store.edit(form => ({ ...form, name: 'Mine' }));
    await expect(store.save()).rejects.toThrow();
    store.overwrite();
    await jest.advanceTimersByTimeAsync(0);
    expect([fake.view?.name, kindOf(store)]).toEqual(['Mine', 'saved']);
  });

  it('tries again by itself after an outage, and not after a refusal', async () => {
    const fake = server();
    const store = new DraftStore(fake.calls, context, null);
    begun(store);
    await store.save();
    fake.failNext = new ApiProblem(503, 'unavailable', '');
    store.edit(form => ({ ...form, name: 'B' }));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(kindOf(store)).toBe('failed');
    await jest.advanceTimersByTimeAsync(6_000);
    expect([kindOf(store), fake.view?.name]).toEqual(['saved', 'B']);
    fake.failNext = new ApiProblem(400, 'invalid_input', '');
    store.edit(form => ({ ...form, name: 'C' }));
    await jest.advanceTimersByTimeAsync(20_000);
    expect([kindOf(store), fake.view?.name]).toEqual(['failed', 'B']);
  });
});
