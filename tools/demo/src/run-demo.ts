import { type Census, censusOf } from './check/census.js';
import { check } from './check/check.js';
import { type Expected, expectedOf } from './check/expected.js';
import { observe, type Windows } from './check/observe/observe.js';
import type { DemoResult } from './demo-result.js';
import type { DemoSurroundings } from './demo-surroundings.js';
import { Api } from './http/api.js';
import { Inbox } from './http/inbox.js';
import type { DemoOptions } from './options.js';
import { readOrders } from './orders/read-orders.js';
import { planOf } from './plan/plan.js';
import { countNotSent } from './report/not-sent.js';
import type { Progress } from './report/progress.js';
import { signInLinks } from './report/sign-in-links.js';
import { enrolledAmbassadors } from './setup/ambassador-ids.js';
import { writeBrandKey } from './setup/brand-key.js';
import { enrol } from './setup/enrol.js';
import { knownBrand, openBrand } from './setup/open-brand.js';
import { publishSeries, setUpPrograms } from './setup/set-up-programs.js';
import { shopDomain } from './setup/shop-domain.js';
import { type SentAndJudged, sendWaves } from './wait/send-waves.js';

/**
 * The whole demo: makes or finds the brand, enrols, sends sales and then refunds, waits until all is through, checks
 * everybody, and asks for sign-in links. Differences are in the result; throws where it cannot go on.
 */
export async function runDemo(options: DemoOptions, surroundings: DemoSurroundings): Promise<DemoResult> {
  const { environment, progress, now, hooks, patience } = surroundings;
  const { brand, book, fingerprint } = readOrders(options, now);
  const plan = planOf(book, brand, options);
  const { slug } = options;

  const open = options.checkOnly
    ? await knownBrand(surroundings, slug)
    : await openBrand(surroundings, slug, brand, fingerprint);
  if (!open) throw new Error(`There is no brand ${slug} to check: run without --check-only first`);
  if (open.key.orders !== fingerprint)
    throw new Error(`The brand ${slug} was made with other orders or tiers`);
  const { api, key } = open;
  const windows: Windows = {
    api,
    inbox: new Inbox(environment.inboxUrl, patience),
    shop: new Api(environment.shopUrl, null, patience),
    shopDomain: await shopDomain(api),
  };
  progress.say(`Brand ${slug} (${brand.timezone}, ${brand.currency}), shop ${windows.shopDomain}`);

  const programs = await setUpPrograms(api, brand);
  const expect = (events: typeof plan.sales): Expected =>
    expectedOf({
      ambassadors: plan.ambassadors,
      events,
      programs: brand.programs,
      seriesIds: new Map([...programs].map(([name, ids]) => [name, ids.seriesId])),
    });

  let before: Census | null = null;
  let waves: SentAndJudged[] = [];
  if (!options.checkOnly) {
    if (!open.isNew) before = await countEverything(windows, progress);
    progress.start('Enrolling', plan.ambassadors.length);
    await enrol(api, plan.ambassadors, programs, count => progress.advance(count));
    progress.end();
    await publishSeries(api, brand, programs);

    const ingestion = new Api(environment.ingestionUrl, key.apiKey, patience);
    const routes = { api, ingestion, inbox: windows.inbox, slug };
    waves = await sendWaves(routes, plan, expect(plan.sales), surroundings);
  }

  const expected = expect([...plan.sales, ...plan.refunds]);
  await hooks?.beforeCheck?.();
  const { differences, observed, lateMails } = await check(windows, expected, progress, patience);
  const totals = censusOf(observed);
  const result: DemoResult = {
    brand: { id: key.brandId, slug, timezone: brand.timezone, shop: windows.shopDomain },
    ambassadors: plan.ambassadors.length,
    ...sumOf(waves),
    notSent: countNotSent(plan.notSent),
    totals,
    added: before && minus(totals, before),
    completedBefore: key.completed,
    lateMails,
    openDrafts: observed.openDrafts,
    differences,
    links: await signInLinks(environment.cairnUrl, windows.inbox, slug, plan.ambassadors, expected),
  };
  if (differences.length === 0 && !key.completed && !options.checkOnly) {
    writeBrandKey(environment.dataDir, { ...key, completed: true });
  }
  return result;
}

async function countEverything(windows: Windows, progress: Progress): Promise<Census> {
  const everybody = await enrolledAmbassadors(windows.api);
  progress.start('Counting what is there', everybody.size);
  const observed = await observe(windows, everybody, everybody, count => progress.advance(count));
  progress.end();
  return censusOf(observed);
}

function sumOf(waves: SentAndJudged[]) {
  const sum = (of: (wave: SentAndJudged) => number) => waves.reduce((total, wave) => total + of(wave), 0);
  const aSecond = (ms: number) => (ms === 0 ? 0 : (sum(wave => wave.accepted) / ms) * 1000);
  return {
    sent: sum(wave => wave.sent),
    accepted: sum(wave => wave.accepted),
    rejected: waves.flatMap(wave => wave.rejected),
    takenASecond: aSecond(sum(wave => wave.took)),
    judgedASecond: aSecond(sum(wave => wave.throughAfter)),
  };
}

function minus(a: Census, b: Census): Census {
  return {
    rows: a.rows - b.rows,
    unlocks: a.unlocks - b.unlocks,
    codes: a.codes - b.codes,
    orders: a.orders - b.orders,
    mails: a.mails - b.mails,
    points: a.points - b.points,
  };
}
