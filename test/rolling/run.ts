import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '@cairn/demo/check/check';
import type { DemoSurroundings } from '@cairn/demo/demo-surroundings';
import { everyItem } from '@cairn/demo/http/pages';
import { untilJudged } from '@cairn/demo/wait/until-judged';
import { untilMailed } from '@cairn/demo/wait/until-mailed';
import { awaited, untilRewarded } from '@cairn/demo/wait/until-rewarded';
import { serviceNames } from '@cairn/local/services/service-names';
import { until } from '@cairn/service-kit/testing/until';
import { z } from 'zod';
import { Databases } from '../faults/world/databases.js';
import { Streams } from '../faults/world/streams.js';
import { brandToSellFor } from './brand.js';
import type { Fleet } from './fleet.js';
import { makePrograms } from './load/commands.js';
import { readHomes, readLists } from './load/reads.js';
import { Requests } from './load/requests.js';
import { sendSales } from './load/sales.js';
import { Stream } from './load/streams.js';

export interface RollingRun {
  /** Customers of the demo's file. */
  limit: number;
  /** Times that each copy is terminated and all are rolled. */
  rounds: number;
}

export interface RollingOutcome {
  /** Requests that were answered well, by kind. */
  answered: Readonly<Record<string, number>>;
  /** Streams that were ended well and came back. */
  streamEnds: number;
  /** Everything that is not as it must be; nothing where all is well. */
  wrong: {
    /** Requests that were not answered, or not well. */
    failures: string[];
    /** Copies that did not end well. */
    troubles: string[];
    /** The demo's check: ledger, progress, unlocks, rewards, codes, orders and mails of everybody. */
    differences: string[];
    /** Open portals that do not have the last state. */
    behind: string[];
    /** Programs that are there twice or not at all. */
    programs: string[];
    /** Mails of which nobody knows whether they went. */
    unknownMails: number;
    /** What a relay published twice. */
    repeats: string[];
  };
}

/** Milliseconds in which something must move while everybody waits for the end of the chain. */
const patience = 60_000;

const home = z.object({ epoch: z.int(), revision: z.int() });

/** Sales, reads, commands and open portals while copies are terminated and rolled; then everything is looked at. */
export async function runRolling(
  fleet: Fleet,
  { limit, rounds }: RollingRun,
  say: (line: string) => void,
): Promise<RollingOutcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-rolling-'));
  try {
    const surroundings = surroundingsOf(fleet, dataDir, say);
    const brand = await brandToSellFor(surroundings, limit);
    const [portal, ingestion] = [fleet.urlOf('portal-bff'), fleet.urlOf('ingestion')];
    const requests = new Requests(say);
    const enough = new AbortController();
    const closed = new AbortController();
    const streams = brand.people.map(person => new Stream(portal, person, requests));
    const reading = Promise.all(streams.map(stream => stream.read(closed.signal)));
    const [first, second] = brand.people as [(typeof brand.people)[0], (typeof brand.people)[0]];
    const load = Promise.all([
      makePrograms(portal, brand.apiKey, requests, enough.signal),
      sendSales(ingestion, brand.apiKey, brand.sales, requests, enough.signal),
      readHomes(portal, first, requests, enough.signal),
      readHomes(portal, second, requests, enough.signal),
      readLists(portal, brand.apiKey, first, requests, enough.signal),
    ]);
    for (let round = 0; round < rounds; round++) {
      await fleet.terminateEach();
      await fleet.rollAll();
    }
    enough.abort();
    const [made] = await load;
    say(`${JSON.stringify(requests.counts)}, ${requests.failures.length} failed`);

    const { api, windows, expected, slug } = brand;
    const { progress } = surroundings;
    const ignore = () => undefined;
    await untilJudged(api, brand.sales, ignore, patience);
    const unlocks = expected.ambassadors.reduce((sum, one) => sum + one.unlocks.length, 0);
    await untilMailed(windows.inbox, slug, unlocks, progress, patience);
    await untilRewarded(api, awaited(expected.ambassadors, []), ignore, patience);
    const { differences } = await check(windows, expected, progress, patience);
    const behind = await behindOf(streams, portal);
    closed.abort();
    await reading;
    const programs = await everyItem(api, '/api/v1/programs', z.object({ name: z.string() }));
    const unknown = await everyItem(api, '/api/v1/messages?status=unknown', z.object({ id: z.string() }));
    return {
      answered: requests.counts,
      streamEnds: streams.reduce((sum, { ends }) => sum + ends, 0),
      wrong: {
        failures: requests.failures,
        troubles: fleet.troubles,
        differences: differences.map(({ ambassador, kind, detail }) => `${ambassador} ${kind}: ${detail}`),
        behind,
        programs: unlike(
          [...brand.programs, ...made],
          programs.map(({ name }) => name),
        ),
        unknownMails: unknown.length,
        repeats: await repeatsIn(fleet),
      },
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function surroundingsOf(fleet: Fleet, dataDir: string, say: (line: string) => void): DemoSurroundings {
  const { stack, platformToken } = fleet.cairn;
  const ignore = () => undefined;
  return {
    environment: {
      cairnUrl: fleet.urlOf('portal-bff'),
      ingestionUrl: fleet.urlOf('ingestion'),
      inboxUrl: stack.env.INBOX_URL ?? '',
      shopUrl: stack.env.SHOPIFY_STANDIN_URL ?? '',
      platformToken,
      dataDir,
    },
    progress: { start: ignore, advance: ignore, end: ignore, say },
    now: new Date(),
  };
}

/** @returns the people whose open portal does not come to show what a new one would. */
async function behindOf(streams: readonly Stream[], portal: string): Promise<string[]> {
  const behind: string[] = [];
  for (const stream of streams) {
    const { session, externalId } = stream.person;
    const isThere = async () => {
      const headers = { authorization: `Bearer ${session}` };
      const now = home.parse(await (await fetch(`${portal}/api/portal/v1/home`, { headers })).json());
      return stream.last === `${now.epoch}.${now.revision}`;
    };
    await until(`${externalId} sees the last state`, isThere).catch(() => behind.push(externalId));
  }
  return behind;
}

/** What is in one list more or less often than in the other. */
function unlike(wanted: readonly string[], found: readonly string[]): string[] {
  const countIn = (list: readonly string[], name: string) => list.filter(one => one === name).length;
  return [...new Set([...wanted, ...found])]
    .filter(name => countIn(wanted, name) !== countIn(found, name))
    .map(name => `${name}: ${countIn(found, name)} instead of ${countIn(wanted, name)}`);
}

async function repeatsIn({ cairn }: Fleet): Promise<string[]> {
  const { env } = cairn.stack;
  const streams = new Streams(env.KAFKA_BROKERS ?? '', new Databases(env));
  const repeats = [];
  for (const name of serviceNames) repeats.push(...(await streams.repeatsOf(name, new Map())));
  return repeats.map(
    ({ topic, aggregate, version, after }) => `${topic} ${aggregate}: ${version} after ${after}`,
  );
}
