import type { Progress, UnlockItem } from '@cairn/contracts/http/progress';
import { Api } from '@cairn/demo/http/api';
import { concurrently } from '@cairn/demo/http/concurrently';
import { Inbox } from '@cairn/demo/http/inbox';
import { everyItem } from '@cairn/demo/http/pages';
import { shopDomain } from '@cairn/demo/setup/shop-domain';
import { z } from 'zod';
import { must, type World } from '../checks/check.js';
import { type Ambassador, sale, tiersAt } from './brand.js';
import type { LoadOutcome } from './load.js';

const anything = z.unknown();
const ledgerRow = z.object({ eventId: z.string(), kind: z.string(), availableDelta: z.number() });
const reward = z.object({ id: z.string(), status: z.string(), code: z.string().optional() });
const discount = z.object({ code: z.string() });

/** Milliseconds until everything that was sent has had its effects. */
const patience = 300_000;

/**
 * Compares what ingestion took with what became of it: each sale is one row of the ledger, each tier one unlock, one code in
 * the shop and one mail. @throws Error naming the first ambassador who has more or less.
 */
export async function effectsAreExact(world: World, { brand, taken }: LoadOutcome): Promise<void> {
  const { api } = brand;
  const began = performance.now();
  const inbox = new Inbox(world.around.inbox);
  const expectedOf = ({ externalId }: Ambassador) => {
    const sales = taken.get(externalId) ?? [];
    return { sales, points: sales.length * sale.points, tiers: tiersAt(sales.length * sale.points) };
  };
  const codes: string[] = [];
  await concurrently(brand.people, 4, async who => {
    const { sales, points, tiers } = expectedOf(who);
    const path = `/api/v1/ambassadors/${who.id}`;
    const rewards = () => everyItem(api, `${path}/rewards`, reward);
    const issued = (all: z.infer<typeof reward>[]) => all.filter(({ status }) => status === 'issued').length;
    await world.until(
      `${who.externalId} has ${points} points`,
      async () => ((await api.get(`${path}/progress`, anything)) as Progress).points >= points,
      patience,
    );
    await world.until(
      `${who.externalId} has ${tiers} codes`,
      async () => issued(await rewards()) >= tiers,
      patience,
    );
    await world.until(
      `${who.externalId} has ${tiers} mails`,
      async () => (await inbox.to(who.email)).length >= tiers,
      patience,
    );
    const rows = await everyItem(api, `${path}/ledger`, ledgerRow);
    const unlocks = (await everyItem(api, `${path}/unlocks`, anything)) as UnlockItem[];
    const granted = await rewards();
    codes.push(...granted.flatMap(({ code }) => code ?? []));
    const found = {
      rows: rows.map(({ eventId }) => eventId).toSorted(),
      points: rows.reduce((sum, { availableDelta }) => sum + availableDelta, 0),
      unlocks: new Set(unlocks.map(({ tier, cycle }) => `${cycle} ${tier.id}`)).size,
      all: [unlocks.length, granted.length, (await inbox.to(who.email)).length],
    };
    const expected = { rows: sales.toSorted(), points, unlocks: tiers, all: [tiers, tiers, tiers] };
    must(
      JSON.stringify(found) === JSON.stringify(expected),
      `${who.externalId} has ${describe(found)} and should have ${describe(expected)}`,
    );
  });
  const shop = new Api(world.around.shop);
  const domain = encodeURIComponent(await shopDomain(api));
  const inShop = (await everyItem(shop, `/control/shops/${domain}/discounts`, discount, 250)).map(
    ({ code }) => code,
  );
  must(
    JSON.stringify(inShop.toSorted()) === JSON.stringify(codes.toSorted()),
    `the shop has ${inShop.length} codes, ${codes.length} were granted`,
  );
  const total = [...taken.values()].reduce((sum, ids) => sum + ids.length, 0);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  world.say(
    `effects exactly once, ${seconds} s after the last: ${total} sales = ${total} ledger rows; ${codes.length} unlocks = codes in the shop = mails`,
  );
}

function describe({
  rows,
  points,
  unlocks,
  all,
}: {
  rows: string[];
  points: number;
  unlocks: number;
  all: number[];
}) {
  return `${rows.length} rows of ${new Set(rows).size} sales, ${points} points, ${unlocks} tiers, unlocks/rewards/mails ${all.join('/')}`;
}
