import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Cairn, type Stopper, startCairn } from '@cairn/local/cairn';
import type { ServiceName } from '@cairn/local/services/service-names';
import { repoRoot } from '@cairn/local/stack/paths';
import type { Supervised } from '@cairn/local/stack/supervised';
import { until } from '@cairn/service-kit/testing/until';
import { type Arming, armingFiles, faultsDirVariable } from '../armed/arming.js';
import type { Random } from '../random.js';
import { Databases } from './databases.js';
import { Pacing } from './pacing.js';
import { Streams } from './streams.js';

/** Milliseconds: the least that brokers allow by default, so that a dead consumer's partitions soon go on. */
const sessionTimeout = 6_000;

const preload = pathToFileURL(join(repoRoot, 'test', 'dist', 'faults', 'armed', 'preload.js'));

/** A running product that can be hurt, and everything to see what comes of it. */
export interface World {
  readonly cairn: Cairn;
  readonly databases: Databases;
  readonly streams: Streams;
  readonly random: Random;
  /** Sales that go out while a fault strikes. */
  readonly pacing: Pacing;
  /** Has a process die at a point. */
  arm(target: Supervised, where: Arming): Promise<void>;
  /** Where a process said that it dies; undefined while it has not. */
  fired(pid: number): string | undefined;
  /** The API of the run's brand; every call is tried again until it is answered. */
  readonly brand: () => BrandAccess;
  say(line: string): void;
}

/** How a fault makes a service do something that sales do not. */
export interface BrandAccess {
  post(path: string, body: unknown, idempotencyKey: string): Promise<{ id: string }>;
  patch(path: string, body: unknown): Promise<void>;
  list(path: string): Promise<{ id: string; name?: string }[]>;
}

export interface HurtCairn {
  cairn: Cairn;
  databases: Databases;
  worldOf(random: Random, faults: number, brand: () => BrandAccess): World;
  stop(): Promise<void>;
}

/** Starts a product of its own, whose services can be armed. */
export async function startHurtCairn(
  say: (line: string) => void,
  onStopper: (stopper: Stopper) => void = () => undefined,
): Promise<HurtCairn> {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-faults-'));
  const cairn = await startCairn(
    {
      ephemeral: true,
      nodeArgs: [`--import=${preload}`],
      serviceEnv: { [faultsDirVariable]: dir, KAFKA_SESSION_TIMEOUT: String(sessionTimeout) },
      restartAfterMs: 500,
      // That parts end by themselves is what this is about.
      progress: { during: (_name, work) => work, note: () => undefined, trouble: () => undefined },
    },
    onStopper,
  );
  const databases = new Databases(cairn.stack.env);
  const streams = new Streams(cairn.stack.env.KAFKA_BROKERS ?? '', databases);
  return {
    cairn,
    databases,
    worldOf: (random, faults, brand) => ({
      cairn,
      databases,
      streams,
      random,
      brand,
      say,
      pacing: new Pacing(faults),
      arm: async (target, where) => {
        const files = armingFiles(dir, pidOf(target));
        writeFileSync(files.armed, JSON.stringify(where));
        rmSync(files.ready, { force: true });
        target.signal('SIGUSR2');
        await until(`${target.name} is armed`, () => read(files.ready) !== undefined);
      },
      fired: pid => read(armingFiles(dir, pid).fired),
    }),
    stop: async () => {
      await cairn.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function pidOf(target: Supervised): number {
  if (target.pid === undefined) throw new Error(`${target.name} does not run`);
  return target.pid;
}

/** Waits until a service that died is back and ready. */
export async function untilBack(world: World, name: ServiceName, died: number): Promise<void> {
  const target = world.cairn.service(name);
  await until(
    `${name} is back`,
    async () => {
      const { pid } = target;
      return pid !== undefined && pid !== died && (await isReady(world.cairn.urlOf(name)));
    },
    120_000,
  );
}

export async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
