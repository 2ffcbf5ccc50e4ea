import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { makeBenchBrand, stepBetweenTiers } from './brand/bench-brand.js';
import { giveHeadStart } from './brand/head-start.js';
import { productPath } from './end-to-end/product-path.js';
import { figureNames } from './figures.js';
import type { Options } from './options.js';
import { type Plan, quickPlan, wholePlan } from './plan.js';
import type { ServiceProfile } from './profile/service-profile.js';
import { readConfiguration, type Setting } from './report/configuration.js';
import { describeMachine } from './report/machine.js';
import type { Report } from './report/markdown.js';
import { entryOf, type PerformanceEntry } from './report/performance.js';
import type { Size } from './size/grown-databases.js';
import { sizeStage } from './size/size-stage.js';
import type { Bed } from './stack/bed.js';
import { until } from './stack/until.js';
import { clicksStage, endToEndStage, ingestStage, ledgerStage, type Stage, webhooksStage } from './stages.js';

/** Everything that was asked for, on a bed that is up. @throws Error where a round was not valid */
export async function runBench(bed: Bed, options: Options, say: (line: string) => void): Promise<Report> {
  const plan = options.quick ? quickPlan : wholePlan;
  const on = { machine: await describeMachine(bed), date: new Date().toISOString() };
  const wants = (group: Options['only'][number]): boolean => options.only.includes(group);
  const people = wants('size') ? plan.size.people : plan.people;
  const brand = await makeBenchBrand(bed, people);
  const path = await productPath(bed, brand, 0);
  const worth = await giveHeadStart(bed, brand);
  await until('the first sales', async () => (await path.arrived()) >= worth, { limit: 120_000 });
  await path.close();
  say(`${people} ambassadors are enrolled`);

  const entries: PerformanceEntry[] = [];
  const profiles: ServiceProfile[] = [];
  const stage: Stage = {
    ...{ bed, brand, plan, say, rounds: options.rounds },
    onFigure: (figure, rounds, beside) => entries.push(entryOf(figure, rounds, on, beside)),
    onProfile: profile => profiles.push(profile),
  };
  const { cpu, hops } = wants('end-to-end') ? await endToEndStage(stage) : { cpu: [], hops: [] };
  const shape = wants('ledger') ? await ledgerStage(stage) : undefined;
  if (wants('ingest')) await ingestStage(stage);
  if (wants('clicks')) await clicksStage(stage);
  if (wants('webhooks')) await webhooksStage(stage);
  if (wants('size')) await sizeStage(stage);
  const configuration = await readConfiguration(bed, wants('size') ? sizes(plan) : workload(plan, shape));
  const place = ({ figure }: PerformanceEntry): number => figureNames.indexOf(figure);
  entries.sort((a, b) => place(a) - place(b));
  return { entries, configuration, profiles, cpu, hops, ...on };
}

type Shape = Awaited<ReturnType<typeof ledgerStage>>;

function workload({ people, ledgerSales }: Plan, shape: Shape | undefined): Setting[] {
  const average =
    shape &&
    `${Math.round(ledgerSales / shape.chunks)} sales and ${Math.round(shape.statementsAChunk)} statements on average`;
  return [
    {
      name: 'ambassadors',
      value: `${people}, every ${stepBetweenTiers}th sale unlocks a tier with a custom reward and its mail`,
    },
    { name: 'ledger', value: `${ledgerSales} sales${average ? `, a chunk: ${average}` : ''}` },
  ];
}

function sizes({ size: { small, large, load } }: Plan): Setting[] {
  const inWords = ({ people, rows }: Size) => `${people} ambassadors with ${rows} ledger rows each`;
  return [
    { name: 'large brand', value: inWords(large) },
    { name: 'small brand', value: inWords(small) },
    { name: 'read-ahead of the disks', value: readAhead() },
    { name: 'a round', value: `${load.sales} sales, ${load.homeReads} homes, one what-if` },
  ];
}

/** A disk that reads megabytes ahead reads them for every row that is looked up: Linux's own default is 128 KB. */
function readAhead(): string {
  const disks = existsSync('/sys/block') ? readdirSync('/sys/block') : [];
  const settings = disks.flatMap(disk => {
    const file = `/sys/block/${disk}/queue/read_ahead_kb`;
    return existsSync(file) && !/^(loop|ram)/.test(disk)
      ? `${disk} ${readFileSync(file, 'utf8').trim()} KB`
      : [];
  });
  return settings.join(', ') || 'not known';
}
