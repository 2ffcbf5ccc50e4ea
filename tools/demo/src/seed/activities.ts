import { z } from 'zod';
import type { Api } from '../http/api.js';
import { untilReaches } from '../wait/until-reaches.js';
import type { EarningIds } from './earning.js';
import { shown } from './rosewood.js';

const minutes = 60_000;

/** Milliseconds without a receipt after which the rest is left to come by itself. */
const patience = 60_000;

/** What the people did besides selling: Mia posted a story and joined the picnic, Ben forgot the tag. */
function activities({ story, campaign }: EarningIds, now: Date) {
  const at = (ago: number) => new Date(now.getTime() - ago * minutes).toISOString();
  const posted = (id: string, who: string, ago: number, text: string) => ({
    id: `seed:story:${id}`,
    type: 'action.completed',
    occurredAt: at(ago),
    ambassador: { externalId: who },
    data: { actionId: story, proofUrl: `https://www.instagram.com/p/${id}`, text },
  });
  return [
    posted('mia-1', shown, 90, 'My favourite corner of the garden #gifted'),
    {
      id: 'seed:join:mia',
      type: 'campaign.joined',
      occurredAt: at(80),
      ambassador: { externalId: shown },
      data: { campaignId: campaign },
    },
    posted('ben-1', 'ben', 70, 'Look what came in the mail'),
  ];
}

/** Sends them, and waits until each has its receipt. Sent again, nothing changes. */
export async function sendActivities(api: Api, ingestion: Api, ids: EarningIds, now: Date): Promise<void> {
  const events = activities(ids, now);
  await ingestion.call({ method: 'POST', path: '/v1/events', body: events, answer: z.unknown() });
  const judged = async () => {
    const receipts = await Promise.all(
      events.map(({ id }) =>
        api.get(`/api/v1/receipts/${encodeURIComponent(id)}`, z.unknown()).then(
          () => 1,
          () => 0,
        ),
      ),
    );
    return receipts.reduce<number>((sum, one) => sum + one, 0);
  };
  await untilReaches(events.length, judged, () => {}, patience);
}
