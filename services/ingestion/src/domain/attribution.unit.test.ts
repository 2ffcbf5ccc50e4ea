import { describe, expect, it } from '@jest/globals';
import { type AttributionFacts, attribute, type NamedBy } from './attribution.js';

const placedAt = '2026-11-20T12:00:00.000Z';
const named = (code: string, foundIn: NamedBy['foundIn'], ambassadorId: string | null): NamedBy => ({
  ...{ code, foundIn, ambassadorId },
});
const touch = (ambassadorId: string, at: string) => ({
  clickId: `click-${at}`,
  at,
  ambassadorId,
  code: ambassadorId,
});
const [first, last] = [touch('bob', '2026-11-01T12:00:00.000Z'), touch('cleo', '2026-11-19T12:00:00.000Z')];
const settings = { windowDays: 30, model: 'last_click', recurringDays: 0 } as const;

const facts = (part: Partial<AttributionFacts> = {}): AttributionFacts => ({
  placedAt,
  codes: [named('SPRING', 'discount_code', null), named('ADA', 'discount_code', 'ada')],
  clicked: { foundIn: 'landing_page', touches: [first, last] },
  refs: [named('DAN', 'note_attribute', 'dan')],
  earlier: { orderId: '1', ambassadorId: 'eve' },
  settings,
  ...part,
});

describe('an order is whose', () => {
  it('code was used, before any click; the clicks are evidence all the same', () => {
    expect(attribute(facts())).toEqual({
      method: 'code',
      ambassadorId: 'ada',
      evidence: {
        ...settings,
        ...{ code: 'ADA', foundIn: 'discount_code', touches: [first, last], earlierOrderId: null },
      },
    });
  });

  it.each([
    ['last_click', 'cleo'],
    ['first_click', 'bob'],
  ] as const)('link was followed, by %s', (model, ambassadorId) => {
    expect(attribute(facts({ codes: [], settings: { ...settings, model } }))).toMatchObject({
      ...{ method: 'click', ambassadorId },
      evidence: { code: ambassadorId, foundIn: 'landing_page', model },
    });
  });

  it('link’s code it names, where no click is known', () => {
    expect(attribute(facts({ codes: [], clicked: null }))).toMatchObject({
      ...{ method: 'ref', ambassadorId: 'dan' },
      evidence: { code: 'DAN', foundIn: 'note_attribute', touches: [] },
    });
  });

  it('customer it was before', () => {
    expect(
      attribute(facts({ codes: [], clicked: null, refs: [named('X', 'landing_page', null)] })),
    ).toMatchObject({
      ...{ method: 'earlier_order', ambassadorId: 'eve' },
      evidence: { code: null, foundIn: 'earlier_order', earlierOrderId: '1' },
    });
  });

  it('nobody’s without any of these', () => {
    expect(attribute(facts({ codes: [], clicked: null, refs: [], earlier: null }))).toBeNull();
  });
});

describe('a click counts', () => {
  const at = (instant: string) =>
    facts({
      codes: [],
      earlier: null,
      clicked: { foundIn: 'landing_page', touches: [touch('bob', instant)] },
    });

  it.each([
    ['2026-10-21T12:00:00.000Z', 'bob'],
    ['2026-10-21T11:59:59.999Z', undefined],
    ['2026-11-20T12:00:00.000Z', 'bob'],
    ['2026-11-20T12:00:00.001Z', undefined],
  ])('of %s for an order of 20 November, in a window of 30 days: %s', (instant, ambassadorId) => {
    // The link's code does not get round the window: it came with the click.
    expect(attribute(at(instant))?.ambassadorId).toBe(ambassadorId);
  });

  it('first, of those within the window', () => {
    const touches = [touch('old', '2026-09-01T00:00:00.000Z'), first, last];
    const firstClick = { ...settings, model: 'first_click' } as const;
    const found = attribute(
      facts({ codes: [], clicked: { foundIn: 'note_attribute', touches }, settings: firstClick }),
    );
    expect(found).toMatchObject({ ambassadorId: 'bob', evidence: { touches: [first, last] } });
  });
});
