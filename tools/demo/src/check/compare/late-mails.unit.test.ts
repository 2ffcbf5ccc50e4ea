import { describe, expect, it } from '@jest/globals';
import { cdnowBrand } from '../../brands/cdnow-brand.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador } from '../observed.js';
import { lateMails } from './late-mails.js';
import { compareMails } from './mails.js';

const { tiers } = cdnowBrand.programs[1].series;
const [crate, , archive] = tiers;
const unlockedAt = '2026-01-01T00:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(unlockedAt) + seconds * 1_000).toISOString();
const blanket = 'A linen throw blanket';

interface Sent {
  after: number;
  code?: boolean;
  product?: boolean;
}

/** What the check says of these mails about a tier with a code and a product, or with a code alone. */
function judge(mails: Sent[], tier = archive!) {
  const inside = (mail: Sent) =>
    [mail.code ? '$15 off' : '', mail.product ? blanket : ''].filter(Boolean).join(' and ');
  const observed = {
    unlocks: [{ seriesId: 's', cycle: 1, tier: tier.name, unlockedAt }],
    rewards: [{ tier: tier.name, code: 'CODE-1' }],
    mails: mails.map((mail, index) => ({
      id: `m${index}`,
      time: after(mail.after),
      subject: `You reached ${tier.name}: ${inside(mail)}`,
      codes: mail.code ? ['CODE-1'] : [],
    })),
  } as unknown as ObservedAmbassador;
  const expected = { externalId: 'ann', unlocks: [tier] } as unknown as ExpectedAmbassador;
  const kinds = compareMails(expected, observed).map(difference => difference.kind);
  return { kinds, late: lateMails(expected, observed).length };
}

const well = (late: number) => ({ kinds: [], late });

describe('5.1 the unlock mail of a tier with a code and a product', () => {
  it('waits for both', () => {
    expect(judge([{ after: 2, code: true, product: true }])).toEqual(well(0));
  });

  it('goes after 60 seconds without what is not ready, and one second mail brings the rest', () => {
    const [code, product] = [{ code: true }, { product: true }];
    expect(
      judge([
        { after: 60, ...code },
        { after: 70, ...product },
      ]),
    ).toEqual(well(1));
    expect(
      judge([
        { after: 60, ...product },
        { after: 70, ...code },
      ]),
    ).toEqual(well(1));
    expect(judge([{ after: 60 }, { after: 70, ...code, ...product }])).toEqual(well(1));
  });

  it('goes no sooner without a part, and never without one for good', () => {
    expect(
      judge([
        { after: 5, code: true },
        { after: 70, product: true },
      ]).kinds,
    ).toEqual(['mail_without_product', 'mail_without_code']);
    expect(judge([{ after: 60, code: true }]).kinds).toEqual(['mail_without_product']);
    expect(judge([{ after: 60, product: true }]).kinds).toEqual(['mail_missing', 'mail_without_code']);
  });

  it('brings each thing once, in two mails at most', () => {
    const both = { code: true, product: true };
    expect(
      judge([
        { after: 60, ...both },
        { after: 70, product: true },
      ]).kinds,
    ).toEqual(['mail_twice']);
    expect(judge([{ after: 60, ...both }, { after: 70 }]).kinds).toEqual(['mail_without_code']);
    expect(judge([{ after: 60 }, { after: 65 }, { after: 70, ...both }]).kinds).toEqual([
      'mail_without_code',
    ]);
  });

  it('has no second mail without a code where a code is all there is', () => {
    expect(judge([{ after: 60 }, { after: 70, code: true }], crate)).toEqual(well(1));
    expect(judge([{ after: 58 }, { after: 70, code: true }], crate).kinds).toEqual(['mail_without_code']);
    expect(judge([{ after: 60, code: true }, { after: 70 }], crate).kinds).toEqual(['mail_without_code']);
  });
});
