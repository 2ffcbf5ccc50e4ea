import { describe, expect, it } from '@jest/globals';
import { cdnowBrand } from '../brands/cdnow-brand.js';
import type { ExpectedAmbassador } from '../check/expected.js';
import type { PlannedEvent } from '../plan/plan.js';
import { awaited } from './until-rewarded.js';

const { tiers } = cdnowBrand.programs[1].series;
const person = (externalId: string, unlocks: number) =>
  ({ externalId, unlocks: tiers.slice(0, unlocks) }) as unknown as ExpectedAmbassador;
const refund = (externalId: string) => ({ ambassador: { externalId } }) as unknown as PlannedEvent;

describe('awaited', () => {
  it('is who is promised a product, and who has rewards and a refund to come', () => {
    const people = [person('top', 3), person('middle', 2), person('refunded', 1), person('below', 0)];
    const chosen = awaited(people, [refund('refunded'), refund('below')]);
    expect(chosen.map(({ externalId }) => externalId)).toEqual(['top', 'refunded']);
  });
});
