import { z } from 'zod';
import type { Api } from '../http/api.js';
import { everyItem } from '../http/pages.js';
import { settled } from '../setup/settled.js';
import { actions, campaign } from './rosewood.js';

const named = z.object({ id: z.string(), name: z.string() });
const created = z.object({ id: z.string() });

/** What the seed's activities name. */
export interface EarningIds {
  story: string;
  campaign: string;
}

/** Makes the tasks and the campaign; what is there already, by its name, stays. */
export async function makeEarning(api: Api, programId: string, now: Date): Promise<EarningIds> {
  const ids = new Map<string, string>();
  const known = await everyItem(api, '/api/v1/actions', named);
  for (const action of actions) {
    const found = known.find(one => one.name === action.name)?.id;
    ids.set(action.name, found ?? (await make(api, '/api/v1/actions', { programId, ...action })));
  }
  const running = (await everyItem(api, '/api/v1/campaigns', named))[0]?.id;
  const made =
    running ?? (await make(api, '/api/v1/campaigns', { programIds: [programId], ...campaign(now) }));
  return { story: ids.get(actions[0]!.name)!, campaign: made };
}

async function make<Body extends { name: string }>(api: Api, path: string, body: Body): Promise<string> {
  const answer = await api.call({
    method: 'POST',
    path,
    body,
    idempotencyKey: `${path}:${body.name}`.replace(/\s/g, '-'),
    answer: created,
  });
  const one = `${path}/${answer.body.id}`;
  // To its own name: changes nothing, and answers when what came before is in force.
  await settled(answer.status, () =>
    api.call({ method: 'PATCH', path: one, body: { name: body.name }, answer: z.unknown() }),
  );
  return answer.body.id;
}
