import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWell } from '@cairn/demo/demo-result';
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

/** Parts that the demo's sales go in: beside the backups, before each of three instants, after the restores. */
const parts = 6;

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
  }, 240_000);

  afterAll(async () => {
    await cairn?.stop();
    await inEach(name => server(name).stop());
    rmSync(dir, { recursive: true, force: true });
  }, 120_000);

  it('agree in the end about all that came by streams, and have what came by HTTP before their instant', async () => {
    const pacing = new Pacing(parts, 0);
    let sent = 0;
    let begun = 0;
    const partGoes = () => {
      begun++;
      pacing.next();
    };
    /** Resolves when the next part was taken in. */
    const part = async (of: number) => {
      partGoes();
      await until('the part is sent', () => sent * parts >= begun * of);
    };
    const instant = () => new Date();
    /** All services stand still, each database goes to its instant, and all start again. */
    const restoreAll = async (to: (of: ServiceName) => Date | 'latest', timeline?: number) => {
      await inEach(name => cairn.service(name).stop());
      await inEach(name => server(name).restore(to(name), timeline));
      await inEach(name => cairn.service(name).start());
    };
    let refusals: string[] = [];
    let seen: Record<string, MadeByHand> = {};
    let answers: Record<string, number> = {};

    const suffer = async (of: number) => {
      partGoes();
      const byHand = await makeByHand(cairn);
      await inEach(name => server(name).takeBaseBackup());
      const beforeAnyBackup = new Date(Date.now() - 3_600_000);
      await part(of);
      await byHand.makeOneOfEach('early', 'Ada');
      const first = instant();
      await part(of);
      const second = instant();
      await part(of);
      const third = instant();
      const lateKey = await byHand.makeOneOfEach('late', 'Bob');
      await part(of);
      seen = { before: await byHand.seen() };

      const instants: Record<ServiceName, Date> = {
        points: first,
        milestones: second,
        rewards: third,
        notifications: first,
        'portal-bff': second,
        ingestion: third,
      };
      await restoreAll(name => instants[name]);
      seen.earlier = await byHand.seen();
      answers = {
        'the late key at portal-bff': await byHand.statusAt('portal', lateKey),
        'the late key at ingestion': await byHand.statusAt('ingestion', lateKey),
        'a new action': (await byHand.makeAction('after')).status,
      };
      await server('points').stop();
      refusals = [await server('points').refusalOf('latest')];
      await server('points').start();

      await restoreAll(() => 'latest', 1);
      seen.latest = await byHand.seen();
      answers['the late key at portal-bff again'] = await byHand.statusAt('portal', lateKey);
      void beforeAnyBackup;
      pacing.end();
    };

    let suffering: Promise<void> | undefined;
    const slug = 'restored';
    const result = await runDemo(
      { orders: null, format: 'cdnow', times: 1, limit: 200, refunds: 'made-up', slug, checkOnly: false },
      {
        environment: {
          cairnUrl: cairn.urls.portal,
          ingestionUrl: cairn.urls.ingestion,
          inboxUrl: cairn.urls.inbox ?? '',
          shopUrl: cairn.urls.shop ?? '',
          platformToken: cairn.platformToken,
          dataDir: dir,
        },
        progress: {
          start: () => undefined,
          advance: () => undefined,
          end: () => undefined,
          say: () => undefined,
        },
        now: new Date(),
        patience: 300_000,
        hooks: {
          eventsACall: 5,
          beforeCall: async (wave, answered, of) => {
            if (wave !== 'sales') return;
            sent = Math.max(sent, answered);
            suffering ??= suffer(of).finally(() => pacing.end());
            await pacing.turn(answered, of);
          },
          afterWave: async wave => {
            if (wave === 'sales') await suffering;
          },
          beforeCheck: async () => {
            const api = new Api(cairn.urls.portal, readBrandKey(dir, slug)?.apiKey ?? null);
            const received = await receivedIds(cairn.urls.inbox ?? '');
            await settleMails(api, async id => received.has(id));
          },
        },
      },
    );
    expect({ seen, answers, refusals }).toEqual({});
    expect(result.differences).toEqual([]);
    expect(isWell(result)).toBe(true);
  }, 600_000);
});
