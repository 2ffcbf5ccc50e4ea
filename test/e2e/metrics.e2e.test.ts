import type { Page } from '@cairn/contracts/http/page';
import type { RewardItem } from '@cairn/contracts/http/reward-item';
import { until } from '@cairn/service-kit/testing/until';
import { allQueries } from '@cairn/telemetry/check/queries';
import { readQuery } from '@cairn/telemetry/check/read-query';
import { describe, expect, it } from '@jest/globals';
import { enrol, makeBrand, read, sell } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

/** They have a value only after something went wrong, or while something waits. */
const quiet = [
  'cairn_dead_letters_open',
  'cairn_dead_letters_total',
  'cairn_due_work_failures_total',
  'cairn_fulfilment_waiting',
  'cairn_parked',
  'cairn_version_gaps_total',
];

/** A link that is followed, and a sale that unlocks a tier whose code has been made and mailed. */
async function oneUnlock(): Promise<void> {
  const brand = await makeBrand();
  const ada = await enrol(brand, 'ada');
  await fetch(ada.link, { redirect: 'manual' });
  await sell(brand, 'ada', 24_000);
  await until('the code is issued', async () => {
    const { items } = await read<Page<RewardItem>>(brand, `/ambassadors/${ada.id}/rewards`);
    return items[0]?.status === 'issued';
  });
  await until('the mail is sent', async () => {
    const { items } = await read<Page<{ status: string }>>(brand, '/messages');
    return items.some(({ status }) => status === 'sent');
  });
}

/** Series with a value, and metrics that are declared, of all six services. */
async function served(): Promise<{ series: Set<string>; metrics: Set<string> }> {
  const pages = await Promise.all(
    cairn().services.map(async url => await (await fetch(`${url}/metrics`)).text()),
  );
  const names = (line: RegExp) =>
    new Set(pages.flatMap(page => [...page.matchAll(line)].map(([, name]) => name!)));
  return { series: names(/^([a-z]\w+)[{ ]/gm), metrics: names(/^# TYPE (\w+) /gm) };
}

describe('after one sale', () => {
  const wanted = [
    ...new Set(
      allQueries()
        .flatMap(query => readQuery(query).selected.map(({ series }) => series))
        .filter(series => !/^(up$|kube)/.test(series)),
    ),
  ];

  it('some service serves every series that a dashboard or an alert names', async () => {
    await oneUnlock();
    let missing: string[] = wanted;
    await until('all are there', async () => {
      const { series, metrics } = await served();
      missing = wanted.filter(name => !(quiet.includes(name) ? metrics : series).has(name));
      return missing.length === 0;
    }).catch(() => undefined);
    expect(missing).toEqual([]);
  }, 120_000);
});
