import { describe, expect, it } from '@jest/globals';
import { refuseSendAgain } from './send-again.js';

describe('5.2 sent again by hand', () => {
  it.each([
    ['unknown', 'tier-unlocked', null],
    ['unknown', 'reward-ready', null],
    ['dropped', 'reward-ready', null],
    ['unknown', 'sign-in', 'not_resendable'],
    ['unknown', 'admin-sign-in', 'not_resendable'],
    ['dropped', 'codes-needed', 'not_resendable'],
    ['waiting', 'tier-unlocked', 'not_unknown'],
    ['sending', 'tier-unlocked', 'not_unknown'],
    ['sent', 'sign-in', 'not_unknown'],
  ] as const)('%s %s: %s', (status, template, code) => {
    expect(refuseSendAgain({ status, template })?.code ?? null).toBe(code);
  });

  it('names the state', () => {
    expect(refuseSendAgain({ status: 'sent', template: 'tier-unlocked' })?.detail).toContain('is sent');
  });
});
