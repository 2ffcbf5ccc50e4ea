import type { GrantStatus, Reward } from '@cairn/contracts/reward';
import { grantStatus } from '@cairn/contracts/reward';
import { describe, expect, it } from '@jest/globals';
import type { Grant } from './grant.js';
import { type ActionKind, decide, doneIn, type GrantAction, undoUntil } from './grant-actions.js';

const now = new Date('2026-11-02T10:00:00.000Z');
const address = { name: 'Ada', line1: '1 Main St', city: 'Leeds', postalCode: 'LS1', country: 'GB' };
const product: Reward = { type: 'shopify_product', variantId: '42' };
const code: Reward = { type: 'discount_code', source: 'shopify', percent: 10 };
const pool: Reward = { type: 'discount_code', source: 'pool', poolId: 'p', percent: 10 };
const manual: Reward = { type: 'manual_product', name: 'Tote' };
const custom: Reward = { type: 'custom', title: 'A call', description: '' };

function grant(status: GrantStatus, more: Partial<Grant> = {}): Grant {
  return {
    reward: manual,
    status,
    version: 3,
    claim: null,
    heldBecause: status === 'held' ? 'quiet' : null,
    fulfilledAt: status === 'fulfilled' ? '2026-11-02T09:00:00.000Z' : null,
    replacements: 0,
    problem: null,
    waitingFor: null,
    ...more,
  } as Grant;
}

const actions: Record<ActionKind, GrantAction> = {
  fulfil: { kind: 'fulfil', note: 'sent', tracking: '1Z' },
  undo: { kind: 'undo' },
  release: { kind: 'release' },
  cancel: { kind: 'cancel' },
  retry: { kind: 'retry' },
  replace: { kind: 'replace', reward: custom },
  claim: { kind: 'claim', claim: { variantGid: null, address } },
};

/** Rows: status; columns: fulfil, undo, release, cancel, retry, replace, claim. A dot is a refusal. */
const table: [GrantStatus, string][] = [
  ['pending', '.......'],
  ['issued', '.......'],
  ['ordered', '.......'],
  ['needs_fulfilment', 'x..x.x.'],
  ['fulfilled', '.x.....'],
  ['waiting_for_codes', '...x.x.'],
  ['claimable', '...x.xx'],
  ['held', '..xx.x.'],
  ['needs_attention', '...xxx.'],
  ['cancelled', '.......'],
];

describe('4.4, 4.5, 4.7 what can be done in which status', () => {
  it('names every status', () => {
    expect(table.map(([status]) => status).sort()).toEqual([...grantStatus.options].sort());
  });

  const cells = table.flatMap(([status, row]) =>
    (Object.keys(doneIn) as ActionKind[]).map((kind, at) => [kind, status, row[at] === 'x'] as const),
  );

  it.each(cells)('%s of %s: %s', (kind, status, isDone) => {
    const decision = decide(grant(status), actions[kind], now);
    if (isDone) expect(decision).toMatchObject({ next: { version: 4 } });
    else
      expect(decision).toMatchObject({
        refusal: { code: kind === 'claim' ? 'not_claimable' : 'wrong_status' },
      });
  });

  it('says which status it is, and what can be done', () => {
    expect(decide(grant('needs_attention'), actions.fulfil, now)).toEqual({
      refusal: {
        code: 'wrong_status',
        detail: 'The reward’s status is needs_attention: what can be done is cancel, retry, replace.',
      },
    });
    expect(decide(grant('issued'), actions.fulfil, now)).toMatchObject({
      refusal: { detail: 'The reward’s status is issued: nothing is left to be done.' },
    });
  });
});

describe('4.4 fulfilment by hand', () => {
  it('keeps note, tracking number and instant, and forgets them when undone', () => {
    const fulfilled = decide(grant('needs_fulfilment'), actions.fulfil, now);
    expect(fulfilled).toMatchObject({
      next: { status: 'fulfilled', note: 'sent', tracking: '1Z', fulfilledAt: now.toISOString() },
    });
    expect(decide((fulfilled as { next: Grant }).next, actions.undo, now)).toMatchObject({
      next: { status: 'needs_fulfilment', note: null, tracking: null, fulfilledAt: null, version: 5 },
    });
  });

  it('can be undone for 24 hours', () => {
    const at = (text: string) => decide(grant('fulfilled'), actions.undo, new Date(text));
    expect(undoUntil(grant('fulfilled'))).toBe('2026-11-03T09:00:00.000Z');
    expect(at('2026-11-03T09:00:00.000Z')).toHaveProperty('next');
    expect(at('2026-11-03T09:00:00.001Z')).toMatchObject({ refusal: { code: 'undo_too_late' } });
  });
});

describe('1.6 what is held', () => {
  it.each([
    ['manual', manual, 'needs_fulfilment'],
    ['custom', custom, 'needs_fulfilment'],
    ['a code', code, 'pending'],
    ['a code of a pool', pool, 'pending'],
    ['a product', product, 'pending'],
    ['a product of choice', { ...product, choice: true }, 'claimable'],
  ] as const)('%s begins as its type does when it is released', (_, reward, status) => {
    expect(decide(grant('held', { reward }), actions.release, now)).toMatchObject({
      next: { status, heldBecause: null },
    });
  });

  it('stays held with another reward', () => {
    expect(decide(grant('held', { reward: code }), actions.replace, now)).toMatchObject({
      next: { status: 'held', heldBecause: 'quiet', reward: custom, replacements: 1 },
    });
  });
});

describe('4.5 a claim', () => {
  const chosen = 'gid://shopify/ProductVariant/43';
  const claim = (variantGid: string | null): GrantAction => ({
    kind: 'claim',
    claim: { variantGid, address },
  });

  it('orders the variant of the reward, or the one that was chosen', () => {
    expect(decide(grant('claimable', { reward: product }), claim(null), now)).toMatchObject({
      next: { status: 'pending', claim: { variantGid: 'gid://shopify/ProductVariant/42', address } },
    });
    expect(
      decide(grant('claimable', { reward: { ...product, choice: true } }), claim(chosen), now),
    ).toMatchObject({ next: { status: 'pending', claim: { variantGid: chosen, at: now.toISOString() } } });
  });

  it('chooses nothing where the brand does not let them', () => {
    expect(decide(grant('claimable', { reward: product }), claim(chosen), now)).toMatchObject({
      refusal: { code: 'no_choice' },
    });
  });
});

describe('4.7 what needs attention', () => {
  it('is tried again as its type begins', () => {
    const claimed = { variantGid: 'gid://shopify/ProductVariant/43', address, at: now.toISOString() };
    const reward = { ...product, choice: true } as const;
    const again = decide(
      grant('needs_attention', { reward, claim: claimed, problem: 'no stock' }),
      actions.retry,
      now,
    );
    expect(again).toMatchObject({ next: { status: 'pending', problem: null, claim: claimed } });
  });

  it('becomes another reward, for the address that was given', () => {
    const claim = { variantGid: 'gid://shopify/ProductVariant/43', address, at: now.toISOString() };
    const was = grant('needs_attention', { reward: { ...product, choice: true }, claim, problem: 'gone' });
    const instead = decide(was, { kind: 'replace', reward: { ...product, variantId: '44' } }, now);
    expect(instead).toMatchObject({
      next: { status: 'pending', problem: null, claim: { variantGid: null, address }, replacements: 1 },
    });
    expect(decide(was, { kind: 'replace', reward: pool }, now)).toMatchObject({
      next: { status: 'pending' },
    });
    expect(decide(was, { kind: 'replace', reward: { ...product, choice: true } }, now)).toMatchObject({
      next: { status: 'claimable' },
    });
  });
});
