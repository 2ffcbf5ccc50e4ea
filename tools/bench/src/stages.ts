import { serviceNames } from '@cairn/local/services/service-names';
import type { BenchBrand } from './brand/bench-brand.js';
import { baselineClickRate, clickRate } from './clicks/measure-clicks.js';
import { EndToEnd } from './end-to-end/measure-end-to-end.js';
import { productPath } from './end-to-end/product-path.js';
import type { FigureName } from './figures.js';
import { baselineIngestRate, baselineTopic, ingestRate } from './ingest/measure-ingest.js';
import { LedgerBench } from './ledger/measure-ledger.js';
import { alternate, type Round } from './measure/rounds.js';
import type { Plan } from './plan.js';
import { type CpuShare, cpuShares, cpuTimes } from './profile/cpu-time.js';
import { type Hop, hopsSince, marksOf } from './profile/hops.js';
import { profileColumns, profileIngestion, type ServiceProfile } from './profile/service-profile.js';
import type { Beside } from './report/performance.js';
import type { Bed } from './stack/bed.js';
import { WebhookBench } from './webhooks/measure-webhooks.js';

/** What every stage is given. */
export interface Stage {
  readonly bed: Bed;
  readonly brand: BenchBrand;
  readonly plan: Plan;
  readonly rounds: number;
  readonly say: (line: string) => void;
  /** Takes a figure's rounds when they are done. */
  readonly onFigure: <Name extends FigureName>(
    figure: Name,
    rounds: readonly Round<Name>[],
    beside?: Beside,
  ) => void;
  readonly onProfile: (profile: ServiceProfile) => void;
}

/** All six services, from POST to the portal. @returns who used the processors at the highest rate that held, and the way of a sale at half of it */
export async function endToEndStage({
  bed,
  brand,
  plan,
  rounds,
  say,
  onFigure,
}: Stage): Promise<{ cpu: CpuShare[]; hops: Hop[] }> {
  const path = await productPath(bed, brand, plan.watched);
  try {
    const bench = new EndToEnd(bed, brand, path, plan.endToEnd, say);
    await bench.warmUp();
    const done = await alternate({
      rounds,
      value: () => bench.value(),
      baseline: () => bench.baseline(),
      onRound: (round, { value, baseline }) =>
        say(`end to end, round ${round}: ${inWords(value)}; baseline: ${inWords(baseline)}`),
    });
    for (const figure of ['end-to-end.rate', 'end-to-end.p50', 'end-to-end.p99'] as const)
      onFigure(figure, done);
    const roots = processes(bed);
    const [before, from] = [cpuTimes(roots), performance.now()];
    await bench.atPartOfHighestRate(1);
    const cpu = cpuShares(before, cpuTimes(roots), (performance.now() - from) / 1000);
    const marks = await marksOf(bed);
    await bench.atPartOfHighestRate(0.5);
    return { cpu, hops: await hopsSince(bed, marks) };
  } finally {
    await path.close();
  }
}

/** Points on a topic that was filled before; then what each service behind it does with what waits. */
export async function ledgerStage({ bed, brand, plan, rounds, say, onFigure, onProfile }: Stage) {
  await stopAllBut(bed, 'ingestion');
  const bench = new LedgerBench(bed, brand, plan.ledgerSales);
  await bench.prepare();
  await bed.cairn.service('ingestion').stop();
  await profileColumns(bed, bench, profile => {
    say(`${profile.service}, ${profile.under}: ${Math.round(profile.perSecond)}/s`);
    onProfile(profile);
  });
  await bench.record();
  const done = await alternate({
    rounds,
    value: () => bench.value(),
    baseline: () => bench.baseline(),
    onRound: (round, { value, baseline }) =>
      say(
        `ledger, round ${round}: ${inWords(value)}; baseline: ${inWords(baseline)}, COPY ${Math.round(bench.copied.at(-1) ?? 0)}`,
      ),
  });
  onFigure('ledger.rows', done, {
    what: 'COPY of the ledger rows alone, one connection',
    rounds: bench.copied,
  });
  return bench.shape;
}

/** Ingestion alone. */
export async function ingestStage({ bed, brand, plan, rounds, say, onFigure, onProfile }: Stage) {
  await stopAllBut(bed, 'ingestion');
  if (bed.cairn.service('ingestion').pid === undefined) await bed.cairn.service('ingestion').start();
  await bed.kafka.createTopic(baselineTopic, 12);
  const loads = { 'ingest.single': plan.single, 'ingest.array500': plan.array500 };
  for (const figure of ['ingest.single', 'ingest.array500'] as const) {
    const load = loads[figure];
    const done = await alternate({
      rounds,
      value: async () => ({ [figure]: await ingestRate(bed, brand, load) }) as Record<typeof figure, number>,
      baseline: async () =>
        ({ [figure]: await baselineIngestRate(bed, brand, load) }) as Record<typeof figure, number>,
      onRound: (round, { value, baseline }) =>
        say(`ingest, round ${round}: ${inWords(value)}; baseline: ${inWords(baseline)}`),
    });
    onFigure(figure, done);
  }
  await bed.cairn.service('ingestion').stop();
  onProfile(
    await profileIngestion(bed, 'one event a request, 64 connections', () =>
      ingestRate(bed, brand, plan.single),
    ),
  );
}

/** Ingestion alone again, by its other door. */
export async function clicksStage({ bed, plan, rounds, say, onFigure, onProfile }: Stage) {
  await stopAllBut(bed, 'ingestion');
  if (bed.cairn.service('ingestion').pid === undefined) await bed.cairn.service('ingestion').start();
  const done = await alternate({
    rounds,
    value: async () => ({ 'clicks.rate': await clickRate(bed, plan.people, plan.clicks) }),
    baseline: async () => ({ 'clicks.rate': await baselineClickRate(bed, plan.people, plan.clicks) }),
    onRound: (round, { value, baseline }) =>
      say(`clicks, round ${round}: ${inWords(value)}; baseline: ${inWords(baseline)}`),
  });
  onFigure('clicks.rate', done);
  await bed.cairn.service('ingestion').stop();
  onProfile(
    await profileIngestion(bed, 'referral links followed, 64 connections', () =>
      clickRate(bed, plan.people, plan.clicks),
    ),
  );
}

/** Ingestion alone, told of orders by a shop. */
export async function webhooksStage({ bed, brand, plan, rounds, say, onFigure, onProfile }: Stage) {
  await stopAllBut(bed, 'ingestion');
  if (bed.cairn.service('ingestion').pid === undefined) await bed.cairn.service('ingestion').start();
  const bench = new WebhookBench(bed, brand, plan.webhooks);
  const done = await alternate({
    rounds,
    value: () => bench.value(),
    baseline: () => bench.baseline(),
    onRound: (round, { value, baseline }) =>
      say(`webhooks, round ${round}: ${inWords(value)}; baseline: ${inWords(baseline)}`),
  });
  for (const figure of ['webhooks.rate', 'webhooks.p50', 'webhooks.p99'] as const) onFigure(figure, done);
  await bed.cairn.service('ingestion').stop();
  onProfile(
    await profileIngestion(
      bed,
      'webhooks of paid orders, 64 connections',
      async () => (await bench.value())['webhooks.rate'],
    ),
  );
}

export async function stopAllBut(bed: Bed, kept: string): Promise<void> {
  await Promise.all(serviceNames.filter(name => name !== kept).map(name => bed.cairn.service(name).stop()));
}

function processes({ cairn }: Bed): Map<string, number> {
  const parts = (['kafka', 'postgres', 'redis', 'inbox', 'shopify'] as const).map(
    name => [name, cairn.stack.part(name)?.pid] as const,
  );
  const services = serviceNames.map(name => [name, cairn.service(name).pid] as const);
  return new Map(
    [...parts, ...services].filter((entry): entry is [(typeof entry)[0], number] => entry[1] !== undefined),
  );
}

export function inWords(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value < 100 ? value.toFixed(1) : Math.round(value)}`)
    .join(', ');
}
