import { describe, expect, it } from '@jest/globals';
import type { Api } from '../http/api.js';
import { sendEvents } from './send-events.js';

const event = (id: string) => ({
  id,
  type: 'referral.sale' as const,
  occurredAt: '1997-01-01T17:00:00.000Z',
  ambassador: { externalId: 'a' },
  data: { orderId: id, netAmount: 1, currency: 'USD' },
});

describe('sendEvents', () => {
  it('waits for beforeCall before each array, and says how far it is', async () => {
    const happened: unknown[] = [];
    const api = {
      call: async ({ body }: { body: unknown[] }) => {
        happened.push(`sent ${body.length}`);
        return { status: 202, body: { accepted: body.length, rejected: [] } };
      },
    } as unknown as Api;
    const sent = await sendEvents(api, ['1', '2', '3'].map(event), {
      eventsACall: 2,
      beforeCall: async count => {
        await Promise.resolve();
        happened.push(count);
      },
      onSent: () => {},
    });
    expect(happened).toEqual([0, 'sent 2', 2, 'sent 1']);
    expect(sent).toMatchObject({ sent: 3, accepted: 3, rejected: [] });
  });
});
