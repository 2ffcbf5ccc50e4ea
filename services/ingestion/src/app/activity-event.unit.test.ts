import { envelope } from '@cairn/contracts/envelope';
import { type IngestEvent, ingestEvent } from '@cairn/contracts/http/ingest-event';
import { topics } from '@cairn/contracts/topics';
import { describe, expect, it } from '@jest/globals';
import { activityEvent } from './activity-event.js';

const acceptance = {
  brandId: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a00',
  acceptedAt: '2026-11-01T12:00:00.000Z',
  hashKey: 'a key of sixteen characters',
};

function activityOf(part: { type: IngestEvent['type']; ambassador?: object; data: object }) {
  const given = ingestEvent.parse({ id: 'evt-1', occurredAt: '2026-11-01T10:00:00+02:00', ...part });
  return activityEvent(given, acceptance);
}

const by = { externalId: 'Cust-42' };
const ambassador = { by: 'externalId', value: 'Cust-42' };

describe('an event on its way to the activity topic', () => {
  it.each<[Parameters<typeof activityOf>[0], { type: string; subject: string; data: unknown }]>([
    [
      {
        type: 'action.completed',
        ambassador: by,
        data: { actionId: 'a1', proofUrl: 'HTTPS://TikTok.com/x?b=1', text: 'é #ad', paidPartnership: true },
      },
      {
        type: 'com.cairn.activity.action.completed.v1',
        subject: 'a1',
        data: {
          ambassador,
          actionId: 'a1',
          proofUrl: 'HTTPS://TikTok.com/x?b=1',
          text: 'é #ad',
          paidPartnership: true,
        },
      },
    ],
    [
      { type: 'campaign.joined', ambassador: by, data: { campaignId: 'c1' } },
      {
        type: 'com.cairn.activity.campaign.joined.v1',
        subject: 'c1',
        data: { ambassador, campaignId: 'c1' },
      },
    ],
    [
      { type: 'campaign.completed', ambassador: by, data: { campaignId: 'c1' } },
      {
        type: 'com.cairn.activity.campaign.completed.v1',
        subject: 'c1',
        data: { ambassador, campaignId: 'c1' },
      },
    ],
    [
      { type: 'referral.sale', ambassador: by, data: { orderId: 'o1', currency: 'USD', netAmount: 5 } },
      {
        type: 'com.cairn.activity.referral.sale.v1',
        subject: 'o1',
        data: { ambassador, orderId: 'o1', currency: 'USD', netAmount: 5 },
      },
    ],
    [
      { type: 'referral.refund', ambassador: by, data: { orderId: 'o1', netAmount: 5 } },
      { type: 'com.cairn.activity.referral.refund.v1', subject: 'o1', data: { orderId: 'o1', netAmount: 5 } },
    ],
  ])('%j', (given, wanted) => {
    const event = activityOf(given);
    expect(event).toMatchObject({
      ...wanted,
      time: '2026-11-01T08:00:00.000Z',
      brandid: acceptance.brandId,
      acceptedat: acceptance.acceptedAt,
      correlationid: 'evt-1',
    });
    expect(event.data).toEqual(wanted.data);
    const definition = topics.activity.events.find(({ type }) => type === event.type);
    expect(definition?.data.parse(event.data)).toEqual(event.data);
    expect(envelope.safeParse(event).success).toBe(true);
  });

  it.each([
    [{ email: 'Ada@Example.COM' }, { by: 'email', value: 'ada@example.com' }],
    [{ code: 'ADA10' }, { by: 'code', value: 'ada10' }],
    [
      { id: '0192D7A6-7C1E-7A64-8B0F-0C8F0F6F9A11' },
      { by: 'id', value: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a11' },
    ],
    [{ externalId: 'Ada' }, { by: 'externalId', value: 'Ada' }],
  ])('1.3 %j is compared case-folded where the rule says so', (given, wanted) => {
    for (const type of [
      'action.completed',
      'campaign.joined',
      'campaign.completed',
      'referral.sale',
    ] as const) {
      const data = { actionId: 'a', campaignId: 'c', orderId: 'o', currency: 'USD', netAmount: 1 };
      expect(activityOf({ type, ambassador: given, data }).data).toMatchObject({ ambassador: wanted });
    }
  });

  it('carries a buyer’s address only as a keyed hash, the same for the same person (2.11)', () => {
    const data = { orderId: 'o1', currency: 'USD', netAmount: 5 };
    const [one, two] = ['A.da+x@googlemail.com', 'ada@gmail.com'].map(customerEmail =>
      activityOf({ type: 'referral.sale', ambassador: by, data: { ...data, customerEmail } }),
    );
    expect(one?.data).toEqual(two?.data);
    expect(one?.data).toMatchObject({ customerEmailHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(one)).not.toContain('gmail');
  });
});
