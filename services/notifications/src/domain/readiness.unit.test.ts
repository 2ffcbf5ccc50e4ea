import type { GrantStatus } from '@cairn/contracts/reward';
import { describe, expect, it } from '@jest/globals';
import { decideRewardMail, decideUnlockMail } from './readiness.js';

const grants = (...statuses: (GrantStatus | null)[]) =>
  statuses.map((status, place) => ({ grantId: `g${place}`, status }));

describe('5.1 when the unlock mail goes', () => {
  it.each([
    ['a tier without rewards', [], 0, { kind: 'send', without: [] }],
    ['all codes there', ['issued', 'issued'], 0, { kind: 'send', without: [] }],
    [
      'a product to be sent by hand',
      ['needs_fulfilment', 'claimable', 'ordered', 'fulfilled'],
      0,
      { kind: 'send', without: [] },
    ],
    ['nothing heard yet', [null], 0, { kind: 'wait', ms: 60_000 }],
    ['one code still missing', ['issued', 'pending'], 20_000, { kind: 'wait', ms: 40_000 }],
    ['60 seconds over', ['issued', 'pending', null], 60_000, { kind: 'send', without: ['g1', 'g2'] }],
    ['an admin has to act first', ['issued', 'needs_attention'], 0, { kind: 'send', without: ['g1'] }],
    ['an empty pool, a hold', ['waiting_for_codes', 'held'], 0, { kind: 'send', without: ['g0', 'g1'] }],
    [
      'one needs an admin, another comes soon',
      ['needs_attention', 'pending'],
      0,
      { kind: 'wait', ms: 60_000 },
    ],
    ['one was cancelled', ['cancelled', 'issued'], 0, { kind: 'send', without: [] }],
  ] as const)('%s', (_name, statuses, waited, decision) => {
    expect(decideUnlockMail(grants(...statuses), waited)).toEqual(decision);
  });
});

describe('5.1 when the one second mail goes', () => {
  it.each([
    ['the last is ready', 'sent', ['g1'], ['issued', 'issued'], ['g1']],
    ['the first may have gone', 'unknown', ['g1'], ['issued', 'issued'], ['g1']],
    ['the first has not gone', 'waiting', ['g1'], ['issued', 'issued'], null],
    ['the first is going', 'sending', ['g1'], ['issued', 'issued'], null],
    ['the first was refused for good', 'dropped', ['g1'], ['issued', 'issued'], null],
    ['the first had them all', 'sent', [], ['issued', 'issued'], null],
    ['one of two is ready', 'sent', ['g0', 'g1'], ['issued', 'pending'], null],
    ['what was missing was cancelled', 'sent', ['g1'], ['issued', 'cancelled'], null],
    ['one was cancelled, the other came', 'sent', ['g0', 'g1'], ['cancelled', 'issued'], ['g1']],
  ] as const)('%s', (_name, status, without, statuses, brings) => {
    expect(decideRewardMail({ status, without }, grants(...statuses))).toEqual(brings);
  });
});
