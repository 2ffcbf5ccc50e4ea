import { expectedOf } from '@cairn/demo/check/expected';
import type { DemoSurroundings } from '@cairn/demo/demo-surroundings';
import { Api } from '@cairn/demo/http/api';
import { Inbox } from '@cairn/demo/http/inbox';
import { readOrders } from '@cairn/demo/orders/read-orders';
import { planOf } from '@cairn/demo/plan/plan';
import { enrolledAmbassadors } from '@cairn/demo/setup/ambassador-ids';
import { enrol } from '@cairn/demo/setup/enrol';
import { openBrand } from '@cairn/demo/setup/open-brand';
import { publishSeries, setUpPrograms } from '@cairn/demo/setup/set-up-programs';
import { shopDomain } from '@cairn/demo/setup/shop-domain';
import { z } from 'zod';
import type { Person } from './load/person.js';

/** People who have their portal open. */
const watching = 4;

/** The demo's brand with everybody enrolled, nothing sent yet, and what its sales must come to. */
export async function brandToSellFor(surroundings: DemoSurroundings, limit: number) {
  const { environment, progress, now } = surroundings;
  const slug = 'rolling';
  const options = { orders: null, format: 'cdnow', times: 1, limit, refunds: 'none', slug } as const;
  const { brand, book, fingerprint } = readOrders({ ...options, checkOnly: false }, now);
  const { ambassadors, sales } = planOf(book, brand, options);
  const { api, key } = await openBrand(surroundings, slug, brand, fingerprint);
  const domain = await shopDomain(api);
  const programs = await setUpPrograms(api, brand);
  await enrol(api, ambassadors, programs, count => progress.advance(count));
  await publishSeries(api, brand, programs);
  return {
    api,
    slug,
    apiKey: key.apiKey,
    sales,
    expected: expectedOf({
      ambassadors,
      events: sales,
      programs: brand.programs,
      seriesIds: new Map([...programs].map(([name, ids]) => [name, ids.seriesId])),
    }),
    programs: brand.programs.map(({ name }) => name),
    people: await signIn(api, busiest(sales.map(({ ambassador }) => ambassador.externalId))),
    windows: {
      api,
      inbox: new Inbox(environment.inboxUrl),
      shop: new Api(environment.shopUrl),
      shopDomain: domain,
    },
  };
}

function busiest(names: readonly string[]): string[] {
  const counted = [...Map.groupBy(names, name => name)].sort(([, a], [, b]) => b.length - a.length);
  return counted.slice(0, watching).map(([name]) => name);
}

async function signIn(api: Api, names: readonly string[]): Promise<Person[]> {
  const enrolled = await enrolledAmbassadors(api);
  return await Promise.all(
    names.map(async externalId => {
      const { id } = enrolled.get(externalId)!;
      const path = `/api/v1/ambassadors/${id}/session`;
      const answer = z.object({ token: z.string() });
      const { body } = await api.call({ method: 'POST', path, body: {}, answer });
      return { id, externalId, session: body.token };
    }),
  );
}
