import { makeBenchBrand, stepBetweenTiers } from './brand/bench-brand.js';
import { giveHeadStart } from './brand/head-start.js';
import { productPath } from './end-to-end/product-path.js';
import { figureNames } from './figures.js';
import type { Options } from './options.js';
import { quickPlan, wholePlan } from './plan.js';
import type { ServiceProfile } from './profile/service-profile.js';
import { readConfiguration } from './report/configuration.js';
import { describeMachine } from './report/machine.js';
import type { Report } from './report/markdown.js';
import { entryOf, type PerformanceEntry } from './report/performance.js';
import type { Bed } from './stack/bed.js';
import { until } from './stack/until.js';
import { endToEndStage, ingestStage, ledgerStage, type Stage } from './stages.js';

/** Everything that was asked for, on a bed that is up. @throws Error where a round was not valid */
export async function runBench(bed: Bed, options: Options, say: (line: string) => void): Promise<Report> {
  const plan = options.quick ? quickPlan : wholePlan;
  const on = { machine: await describeMachine(bed), date: new Date().toISOString() };
  const brand = await makeBenchBrand(bed, plan.people);
  const path = await productPath(bed, brand, 0);
  const worth = await giveHeadStart(bed, brand);
  await until('the first sales', async () => (await path.arrived()) >= worth, { limit: 120_000 });
  await path.close();
  say(`${plan.people} ambassadors are enrolled`);

  const entries: PerformanceEntry[] = [];
  const profiles: ServiceProfile[] = [];
  const stage: Stage = {
    ...{ bed, brand, plan, say, rounds: options.rounds },
    onFigure: (figure, rounds, beside) => entries.push(entryOf(figure, rounds, on, beside)),
    onProfile: profile => profiles.push(profile),
  };
  const wants = (group: Options['only'][number]): boolean => options.only.includes(group);
  const { cpu, hops } = wants('end-to-end') ? await endToEndStage(stage) : { cpu: [], hops: [] };
  const shape = wants('ledger') ? await ledgerStage(stage) : undefined;
  if (wants('ingest')) await ingestStage(stage);
  const average =
    shape &&
    `${Math.round(plan.ledgerSales / shape.chunks)} sales and ${Math.round(shape.statementsAChunk)} statements on average`;
  const configuration = await readConfiguration(bed, [
    {
      name: 'ambassadors',
      value: `${plan.people}, every ${stepBetweenTiers}th sale unlocks a tier with a custom reward and its mail`,
    },
    { name: 'ledger', value: `${plan.ledgerSales} sales${average ? `, a chunk: ${average}` : ''}` },
  ]);
  const place = ({ figure }: PerformanceEntry): number => figureNames.indexOf(figure);
  entries.sort((a, b) => place(a) - place(b));
  return { entries, configuration, profiles, cpu, hops, ...on };
}
