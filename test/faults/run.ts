import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoResult, isWell } from '@cairn/demo/demo-result';
import { Api } from '@cairn/demo/http/api';
import { everyItem } from '@cairn/demo/http/pages';
import { runDemo } from '@cairn/demo/run-demo';
import { readBrandKey } from '@cairn/demo/setup/brand-key';
import { z } from 'zod';
import type { Fault } from './kinds/fault.js';
import { receivedIds, settleMails } from './operator.js';
import { ordered } from './plan.js';
import { randomOf } from './random.js';
import type { BrandAccess, HurtCairn } from './world/world.js';

export interface FaultsRun {
  /** Repeats the order of the faults and every choice they make. */
  seed: number;
  faults: readonly Fault[];
  /** Copies of the demo's orders. */
  times: number;
  /** Customers of the file; null: all. */
  limit: number | null;
}

export interface FaultsOutcome {
  /** What the demo's check found; everybody is equal where `isWell`. */
  result: DemoResult;
  isWell: boolean;
  struck: string[];
  /** Faults that could not strike, with why: a run that has some proves less than it says. */
  failed: { name: string; why: string }[];
  mails: { unknown: number; sentAgain: number };
}

/** Milliseconds that calls and waits of the demo go on while services are down. */
const patience = 600_000;

/** Sales of a customer of the file, about. */
const salesACustomer = 2.9;

/** Few, so that each fault has many calls, whatever the number of orders. */
function eventsACall({ faults, times, limit }: FaultsRun): number {
  const sales = salesACustomer * times * (limit ?? 2_357);
  return Math.min(50, Math.max(1, Math.floor(sales / faults.length / 16)));
}

/** Sends the demo's orders while fault after fault strikes, waits until all is through, and checks everybody. */
export async function runFaults(
  hurt: HurtCairn,
  run: FaultsRun,
  say: (line: string) => void,
): Promise<FaultsOutcome> {
  const { cairn } = hurt;
  const { seed, faults, times, limit } = run;
  const random = randomOf(seed);
  const order = ordered(faults, random);
  const slug = `faults-${seed}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-faults-demo-'));
  const access = () => brandAccess(apiOf(cairn.urls.portal, dataDir, slug));
  const world = hurt.worldOf(random, order.length, access);
  const outcome: Pick<FaultsOutcome, 'struck' | 'failed'> = { struck: [], failed: [] };

  const strikeAll = async () => {
    try {
      for (const [at, fault] of order.entries()) {
        world.pacing.next();
        say(`${at + 1} of ${order.length}: ${fault.name}`);
        const began = performance.now();
        try {
          await fault.strike(world);
          outcome.struck.push(fault.name);
        } catch (error) {
          outcome.failed.push({ name: fault.name, why: String(error) });
          say(`COULD NOT STRIKE: ${fault.name}: ${String(error)}`);
        }
        say(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
      }
    } finally {
      world.pacing.end();
    }
  };
  let striking: Promise<void> | undefined;
  let mails = { unknown: 0, sentAgain: 0 };
  const settle = async () => {
    const api = apiOf(cairn.urls.portal, dataDir, slug);
    const received = await receivedIds(cairn.urls.inbox ?? '');
    const settled = await settleMails(api, async id => received.has(id));
    mails = { unknown: mails.unknown + settled.unknown, sentAgain: mails.sentAgain + settled.sentAgain };
  };

  try {
    const result = await runDemo(
      { orders: null, format: 'cdnow', times, limit, refunds: 'made-up', slug, checkOnly: false },
      {
        environment: {
          cairnUrl: cairn.urls.portal,
          ingestionUrl: cairn.urls.ingestion,
          inboxUrl: cairn.urls.inbox ?? '',
          shopUrl: cairn.urls.shop ?? '',
          platformToken: cairn.platformToken,
          dataDir,
        },
        progress: { start: what => say(`  ${what}`), advance: () => undefined, end: () => undefined, say },
        now: new Date(),
        patience,
        hooks: {
          eventsACall: eventsACall(run),
          beforeCall: async (wave, sent, of) => {
            if (wave !== 'sales') return;
            striking ??= strikeAll();
            await world.pacing.turn(sent, of);
          },
          afterWave: async wave => {
            if (wave !== 'sales') return;
            await striking;
            await settle();
          },
          beforeCheck: settle,
        },
      },
    );
    return { ...outcome, result, isWell: isWell(result) && outcome.failed.length === 0, mails };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function apiOf(portal: string, dataDir: string, slug: string): Api {
  const key = readBrandKey(dataDir, slug);
  if (key === null) throw new Error(`the brand ${slug} is not there yet`);
  return new Api(portal, key.apiKey);
}

const identified = z.object({ id: z.string(), name: z.string().optional() });

function brandAccess(api: Api): BrandAccess {
  return {
    post: async (path, body, idempotencyKey) =>
      (await api.call({ method: 'POST', path, body, idempotencyKey, answer: identified })).body,
    patch: async (path, body) => {
      await api.call({ method: 'PATCH', path, body, answer: z.unknown() });
    },
    list: path => everyItem(api, path, identified),
  };
}
