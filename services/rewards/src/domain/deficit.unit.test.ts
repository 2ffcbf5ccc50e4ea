import { type GrantStatus, grantStatus } from '@cairn/contracts/reward';
import { describe, expect, it } from '@jest/globals';
import { type TierStanding, withStandings } from './deficit.js';
import type { Grant } from './grant.js';

const grant = (status: GrantStatus, more: Partial<Grant> = {}) =>
  ({
    status,
    version: 3,
    heldBecause: status === 'held' ? 'quiet' : null,
    waitingFor: null,
    inDeficit: false,
    progressRevision: 0,
    ...more,
  }) as Grant;

const fell = (revision: number): TierStanding => ({ revision, under: true });
const back = (revision: number): TierStanding => ({ revision, under: false });

describe('3.6 rewards of a tier in deficit', () => {
  const becomes: Record<GrantStatus, boolean> = {
    pending: true,
    issued: false,
    ordered: false,
    needs_fulfilment: true,
    fulfilled: false,
    waiting_for_codes: true,
    claimable: true,
    held: false,
    needs_attention: true,
    cancelled: false,
  };
  it.each(grantStatus.options.map(status => [status, becomes[status]] as const))(
    '3.6 %s is held: %s',
    (status, isHeld) => {
      const next = withStandings(grant(status), false, [fell(5)]);
      expect(next).toMatchObject({ inDeficit: true, progressRevision: 5 });
      expect([next.version, next.status]).toEqual(isHeld ? [4, 'held'] : [3, status]);
      if (isHeld) expect(next.heldBecause).toBe('deficit');
    },
  );

  it('a product whose draft order is stored may be ordered by now, and is left alone', () => {
    expect(withStandings(grant('pending'), true, [fell(5)])).toMatchObject({ status: 'pending', version: 3 });
  });

  it('points that come back release nothing: an admin decides', () => {
    expect(withStandings(grant('needs_fulfilment'), false, [fell(5), back(6)])).toMatchObject({
      status: 'held',
      heldBecause: 'deficit',
      inDeficit: false,
      version: 4,
    });
  });

  it('what an admin released in a deficit is not held again by the same, but by the next', () => {
    const released = grant('needs_fulfilment', { inDeficit: true, progressRevision: 5 });
    expect(withStandings(released, false, [fell(6), fell(7)])).toBe(released);
    expect(withStandings(released, false, [back(8), fell(9)])).toMatchObject({
      status: 'held',
      progressRevision: 9,
    });
  });

  it('what is told again changes nothing', () => {
    const once = withStandings(grant('needs_fulfilment'), false, [fell(5), back(6), fell(7)]);
    expect(withStandings(once, false, [fell(5), back(6), fell(7)])).toBe(once);
  });
});
