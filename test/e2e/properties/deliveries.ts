import { type Random, randomOf } from '../../faults/random.js';
import type { Turn, WorldEvent } from './world.js';
import type { WorldBrand } from './world-brand.js';

/** A way to send a turn's queues in: each person's events in their order, of which only the first of an id counts. */
export type Delivery = (
  brand: WorldBrand,
  queues: readonly (readonly WorldEvent[])[],
  seed: number,
) => Promise<void>;

/** One event a request, each judged before the next is sent: chunks of one. */
const oneByOne: Delivery = async (brand, queues) => {
  for (const event of inTurns(queues)) {
    await brand.send(brand.body(event));
    await brand.receiptOf(event.id);
  }
};

/** Arrays and NDJSON of any length, whole batches and single events again, also at once, and other bodies under an id. */
const inBatches: Delivery = async (brand, queues, seed) => {
  const random = randomOf(seed);
  const events = mixed(queues, random);
  const sent: object[] = [];
  while (events.length > 0) {
    const batch = events.splice(0, random.between(1, 15)).map(event => brand.body(event));
    const bodies = batch.flatMap(body => (random.between(0, 3) === 0 ? [body, otherBody(body)] : [body]));
    const send = (of: readonly object[]) =>
      brand.send(random.between(0, 1) === 0 ? [...of] : of.map(body => JSON.stringify(body)).join('\n'));
    const again = random.between(0, 2);
    await Promise.all([send(bodies), ...(again === 0 ? [send(batch)] : [])]);
    if (again === 1) await send(batch);
    sent.push(...batch);
    const old = sent[random.between(0, sent.length - 1)]!;
    if (random.between(0, 1) === 0) await brand.send(old);
  }
};

/** Everybody at once, one event a request: people overtake each other as they may. */
const interleaved: Delivery = async (brand, queues, seed) => {
  const shuffled = randomOf(seed).shuffled(queues);
  await Promise.all(
    shuffled.map(async queue => {
      for (const event of queue) await brand.send(brand.body(event));
    }),
  );
};

export const deliveries: Readonly<Record<string, Delivery>> = {
  'one by one': oneByOne,
  'in batches': inBatches,
  interleaved,
};

/** What is contested goes in one after the other, whatever the way of the rest. */
export async function contest(brand: WorldBrand, { contested }: Turn): Promise<void> {
  for (const event of contested) {
    await brand.send(brand.body(event));
    await brand.receiptOf(event.id);
  }
}

/** Once all is judged, anything may come under an id that is known: it changes nothing (2.16). */
export async function sendOthersAgain(
  brand: WorldBrand,
  { queues, contested }: Turn,
  seed: number,
): Promise<void> {
  const random = randomOf(seed);
  const events = [...queues.flat(), ...contested];
  const bodies = events.map(event => brand.body(event));
  const exchanged = random.shuffled(bodies).map((body, n) => ({ ...body, id: events[n]!.id }));
  if (exchanged.length > 0) await brand.send(exchanged);
}

/** The same event with more in it, of the same person: it would be judged otherwise. A refund stays, it names nobody. */
function otherBody(body: object): object {
  const { type, data } = body as { type: string; data: { netAmount?: number } };
  if (type !== 'referral.sale') return body;
  return { ...body, data: { ...data, netAmount: (data.netAmount ?? 0) * 2 + 1 } };
}

function inTurns(queues: readonly (readonly WorldEvent[])[]): WorldEvent[] {
  const longest = Math.max(0, ...queues.map(queue => queue.length));
  return Array.from({ length: longest }, (_, n) => queues.flatMap(queue => queue[n] ?? [])).flat();
}

function mixed(queues: readonly (readonly WorldEvent[])[], random: Random): WorldEvent[] {
  const left = queues.map(queue => [...queue]);
  const events: WorldEvent[] = [];
  for (let open = left; open.length > 0; ) {
    open = open.filter(queue => queue.length > 0);
    if (open.length > 0) events.push(open[random.between(0, open.length - 1)]!.shift()!);
  }
  return events;
}
