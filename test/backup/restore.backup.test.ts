import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoResult, isWell } from '@cairn/demo/demo-result';
import { Api } from '@cairn/demo/http/api';
import { runDemo } from '@cairn/demo/run-demo';
import { readBrandKey } from '@cairn/demo/setup/brand-key';
import { type Cairn, startCairn } from '@cairn/local/cairn';
import { type ServiceName, serviceNames } from '@cairn/local/services/service-names';
import { databaseVariable } from '@cairn/local/stack/postgres-databases';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receivedIds, settleMails } from '../faults/operator.js';
import { Pacing } from '../faults/world/pacing.js';
import { type ArchivingServer, archivingServer } from './archiving-server.js';
import { type MadeByHand, makeByHand } from './commands.js';

/** Parts that the demo's sales go in: beside the backups, before each of three instants, after what is late, the rest. */
const parts = 6;

/** What was there at the end, at the instants, and after the end of the archives was restored; and what calls answered. */
interface Seen {
  before: MadeByHand;
  earlier: MadeByHand;
  latest: MadeByHand;
  lateKey: { portal: number; ingestion: number; portalAtLast: number };
}

describe('databases that are restored to different instants', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-backup-test-'));
  const servers = new Map<ServiceName, ArchivingServer>();
  let cairn: Cairn;

  const server = (of: ServiceName) => servers.get(of)!;
  const inEach = async (work: (of: ServiceName) => Promise<unknown>) => {
    await Promise.all(serviceNames.map(work));
  };

  beforeAll(async () => {
    for (const name of serviceNames)
      servers.set(name, await archivingServer(name.replaceAll('-', '_'), join(dir, name)));
    await inEach(name => server(name).start());
    const urls = serviceNames.map(name => [databaseVariable(name), server(name).url]);
    cairn = await startCairn({ ephemeral: true, env: { ...process.env, ...Object.fromEntries(urls) } });
  }, 300_000);

  afterAll(async () => {
    await cairn?.stop();
    await inEach(name => server(name).stop());
    rmSync(dir, { recursive: true, force: true });
  }, 120_000);

  /** All services stopped, each database as it was at its instant, and all started again. */
  const restoreAll = async (to: (of: ServiceName) => Date | 'latest', timeline?: number) => {
    await inEach(name => cairn.service(name).stop());
    await inEach(name => server(name).restore(to(name), timeline));
    await inEach(name => cairn.service(name).start());
  };

  /** Backs up and restores while sales go on; `nextPart` resolves when one more part of them was taken in. */
  const backUpAndRestore = async (nextPart: () => Promise<void>): Promise<Seen> => {
    const byHand = await makeByHand(cairn);
    const during = nextPart();
    await inEach(name => server(name).takeBaseBackup());
    await during;
    await byHand.makeOneOfEach('early', 'Ada');
    const instants: Date[] = [];
    for (let at = 0; at < 3; at++) {
      instants.push(new Date());
      await nextPart();
    }
    const [first, second, third] = instants as [Date, Date, Date];
    const lateKey = await byHand.makeOneOfEach('late', 'Bob');
    await nextPart();
    const before = await byHand.seen();

    const instantOf: Record<ServiceName, Date> = {
      points: first,
      milestones: second,
      rewards: third,
      notifications: first,
      'portal-bff': second,
      ingestion: third,
    };
    await restoreAll(name => instantOf[name]);
    const earlier = await byHand.seen();
    const portal = await byHand.statusAt('portal', lateKey);
    const ingestion = await byHand.statusAt('ingestion', lateKey);
    // Its version is above all that was published, so that every copy takes it for newer.
    await until('a change is in force everywhere', async () => (await byHand.makeAction('after')) === 201);

    await restoreAll(() => 'latest', 1);
    const latest = await byHand.seen();
    const portalAtLast = await byHand.statusAt('portal', lateKey);
    return { before, earlier, latest, lateKey: { portal, ingestion, portalAtLast } };
  };

  /** The demo's orders, sent in parts; everybody is compared with the file at the end. */
  const demoBeside = async (
    work: (nextPart: () => Promise<void>) => Promise<Seen>,
  ): Promise<{ result: DemoResult; seen: Seen }> => {
    const pacing = new Pacing(parts, 0);
    const { portal, ingestion, inbox = '', shop = '' } = cairn.urls;
    const slug = 'restored';
    let sent = 0;
    let begun = 0;
    let working: Promise<Seen> | undefined;
    const nextPart = async (of: number) => {
      begun++;
      pacing.next();
      await until('the part is sent', () => sent * parts >= begun * of, 120_000);
    };
    const result = await runDemo(
      { orders: null, format: 'cdnow', times: 1, limit: 150, refunds: 'made-up', slug, checkOnly: false },
      {
        environment: {
          cairnUrl: portal,
          ingestionUrl: ingestion,
          inboxUrl: inbox,
          shopUrl: shop,
          platformToken: cairn.platformToken,
          dataDir: dir,
        },
        progress: { start() {}, advance() {}, end() {}, say() {} },
        now: new Date(),
        patience: 300_000,
        hooks: {
          eventsACall: 5,
          beforeCall: async (wave, answered, of) => {
            if (wave !== 'sales') return;
            sent = Math.max(sent, answered);
            working ??= work(() => nextPart(of)).finally(() => pacing.end());
            await pacing.turn(answered, of);
          },
          afterWave: async wave => {
            if (wave === 'sales') await working;
          },
          beforeCheck: async () => {
            const received = await receivedIds(inbox);
            const api = new Api(portal, readBrandKey(dir, slug)?.apiKey ?? null);
            await settleMails(api, async id => received.has(id));
          },
        },
      },
    );
    if (working === undefined) throw new Error('no sale was sent');
    return { result, seen: await working };
  };

  it('agree about all that came by streams, and have what came by HTTP before their instant; at the end of the archive all of it', async () => {
    const { result, seen } = await demoBeside(backUpAndRestore);
    const all: MadeByHand = {
      actions: ['early', 'late'],
      series: ['early', 'late'],
      members: ['early', 'late'],
      keys: ['First key', 'early', 'late'],
      pools: ['early', 'late'],
      fulfilled: ['Ada', 'Bob'],
    };
    expect(seen).toEqual({
      before: all,
      earlier: {
        actions: ['early'],
        series: ['early'],
        members: ['early'],
        keys: ['First key', 'early'],
        pools: ['early'],
        // By hand, after the instant; rewards' own stream tells it.
        fulfilled: ['Ada', 'Bob'],
      },
      latest: all,
      // Ingestion read of the key on the stream; its owner has forgotten it.
      lateKey: { portal: 401, ingestion: 202, portalAtLast: 200 },
    });
    expect(result.differences).toEqual([]);
    expect(isWell(result)).toBe(true);
  }, 900_000);
});
