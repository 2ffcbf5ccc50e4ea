import { randomUUID } from 'node:crypto';
import { actionCompleted } from '@cairn/contracts/events/activity/action-completed';
import type { DeadLetterItem } from '@cairn/contracts/http/dead-letter';
import type { Page } from '@cairn/contracts/http/page';
import { topics } from '@cairn/contracts/topics';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, enrol, makeBrand, progressOf, read, sell, send, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';
import { poisoner } from '../support/poison.js';

let brand: TestBrand;
let poison: Awaited<ReturnType<typeof poisoner>>;

beforeAll(async () => {
  brand = await makeBrand();
  poison = await poisoner();
}, 60_000);
afterAll(async () => {
  await poison.close();
});

const lettersOf = async (topic: string) =>
  (await read<Page<DeadLetterItem>>(brand, `/dlq?topic=${encodeURIComponent(topic)}`)).items;

/** An envelope of the brand, right or wrong as the test wants it. */
const enveloped = (type: string, data: unknown, change: object = {}) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'cairn/ingestion',
  type,
  time: new Date().toISOString(),
  brandid: brand.id,
  acceptedat: new Date().toISOString(),
  correlationid: `poison-${randomUUID()}`,
  data,
  ...change,
});

describe('poison', () => {
  it.each(Object.values(topics))(
    'in $topic lands in its dead letters with its reason; the rest goes on',
    async of => {
      const [event] = of.events;
      await poison.send(of.topic, brand.id, JSON.stringify(enveloped(event.type, { nonsense: true })));
      const letters = await until('the letter is listed, once for each consumer', async () => {
        const found = await lettersOf(of.topic);
        return found.length >= of.consumers.length && found;
      });
      expect(letters).toHaveLength(of.consumers.length);
      for (const letter of letters) {
        expect(letter).toMatchObject({ topic: of.topic, reason: 'undecodable', status: 'open' });
        expect(letter.error).toContain(event.type);
        expect(JSON.parse(letter.value!)).toMatchObject({ data: { nonsense: true } });
      }
      const name = `after-${of.topic.replace(/\W/g, '-')}`;
      const person = await enrol(brand, name);
      await sell(brand, name, 4_000);
      await until('a sale goes all the way', async () => (await progressOf(brand, person.id)).points === 10);
    },
  );

  it('is mended and replayed by the API, once', async () => {
    const action = await admin<{ id: string }>(brand, 'POST', '/actions', {
      programId: brand.programId,
      category: 'like_comment',
      name: 'Like it',
      points: 7,
    });
    await enrol(brand, 'mended');
    const eventId = `mend-${randomUUID()}`;
    const good = enveloped(
      actionCompleted.type,
      { ambassador: { by: 'externalId', value: 'mended' }, actionId: action.id },
      { correlationid: eventId },
    );
    const bad = { ...good, data: { ...(good.data as object), actionId: 7 } };
    await poison.send(topics.activity.topic, brand.id, JSON.stringify(bad));
    const letter = await until('the letter', async () =>
      (await lettersOf(topics.activity.topic)).find(item => item.value?.includes(eventId)),
    );
    const { portal } = cairn();
    const replay = (body: unknown) =>
      call<{ code: string; status: string }>('POST', `${portal}/api/v1/dlq/${letter.id}/replay`, {
        token: brand.apiKey,
        body,
      });
    expect((await replay({})).status).toBe(422);
    const foreign = { ...good, brandid: randomUUID() };
    expect((await replay({ value: foreign })).status).toBeGreaterThanOrEqual(400);
    const replayed = await replay({ value: good });
    expect([replayed.status, replayed.body.status]).toEqual([200, 'replayed']);
    expect((await replay({ value: good })).body.code).toBe('already_replayed');
    await until('the mended event is judged', async () => {
      const receipt = await call<{ status: string; points: number }>(
        'GET',
        `${portal}/api/v1/receipts/${eventId}`,
        { token: brand.apiKey },
      );
      return receipt.status === 200 && receipt.body.status === 'awarded' && receipt.body.points === 7;
    });
  });

  it('what is not even text, and names no brand, is seen with the platform token', async () => {
    const { portal, platformToken } = cairn();
    const marker = randomUUID();
    await poison.send(topics.activity.topic, '', `{ broken ${marker}`, marker);
    const found = await until('the letter', async () => {
      const all = await call<Page<DeadLetterItem>>('GET', `${portal}/api/v1/dlq?limit=200`, {
        token: platformToken,
      });
      return all.body.items.find(item => item.value?.includes(marker));
    });
    expect(found).toMatchObject({ reason: 'undecodable', key: marker });
    expect((await lettersOf(topics.activity.topic)).some(item => item.id === found.id)).toBe(false);
    await enrol(brand, 'still');
    const data = { orderId: marker, currency: 'USD', netAmount: 400 };
    const sale = { id: marker, type: 'referral.sale', externalId: 'still', data };
    expect(await send(brand, sale)).toMatchObject({ status: 'awarded' });
  });
});
