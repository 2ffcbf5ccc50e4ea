import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cairn, type Stopper, startCairn } from '@cairn/local/cairn';
import { type PortPlan, portPlan } from '@cairn/local/services/port-plan';
import { serviceNames } from '@cairn/local/services/service-names';
import { isPortFree } from '@cairn/local/stack/ports';
import type { Progress } from '@cairn/local/stack/progress';
import { KafkaOffsets } from './kafka-offsets.js';
import { Programs } from './programs.js';

/** The product on data of its own, durable as it is delivered, and what the bench runs beside it. */
export interface Bed {
  readonly cairn: Cairn;
  readonly ports: PortPlan;
  readonly programs: Programs;
  readonly kafka: KafkaOffsets;
  /** Of the database `postgres`, as superuser. */
  readonly superuserUrl: string;
  readonly brokers: readonly string[];
  /** What the services start with beside the product's own environment. */
  readonly environment: NodeJS.ProcessEnv;
  readonly dir: string;
}

/** Ends everything that was started and deletes the data; safe at any time. */
export interface BedStopper {
  stop(): Promise<void>;
  /** Saves the logs from being deleted. @returns where they are now; undefined where there are none */
  keepLogs(): string | undefined;
  /** At once, by SIGKILL. */
  kill(): void;
}

/** One brand sends everything here: its share of a shared installation is not what is measured. */
const settings = { BRAND_EVENTS_PER_SECOND: '1000000', BRAND_EVENTS_BURST: '1000000' };

/** A stack that is killed outright is cleared away by the next ephemeral one: the prefix is theirs. */
const prefix = 'cairn-stack-bench-';

/**
 * Starts the product in a temporary directory, not ephemeral: with fsync as delivered.
 * @throws StartFailure; then nothing is left running
 */
export async function makeBed(progress: Progress, onStopper: (stopper: BedStopper) => void): Promise<Bed> {
  const dir = mkdtempSync(join(tmpdir(), prefix));
  // Postgres may run as another user, which must be able to pass through.
  chmodSync(dir, 0o711);
  let cairnStopper: Stopper | undefined;
  let programs: Programs | undefined;
  let kafka: KafkaOffsets | undefined;
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  onStopper({
    stop: async () => {
      await programs?.stopAll();
      await kafka?.disconnect().catch(() => undefined);
      await cairnStopper?.stop();
      remove();
    },
    keepLogs: () => {
      const logs = join(dir, 'logs');
      if (!existsSync(logs)) return undefined;
      const kept = mkdtempSync(join(tmpdir(), 'cairn-bench-logs-'));
      cpSync(logs, kept, { recursive: true });
      return kept;
    },
    kill: () => {
      cairnStopper?.kill();
      remove();
    },
  });
  const environment = { ...process.env, ...settings, PORT_BASE: String(await freeBase()) };
  const cairn = await startCairn({ dataDir: dir, env: environment, progress }, stopper => {
    cairnStopper = stopper;
  });
  programs = new Programs(cairn.stack.dataDir);
  const brokers = cairn.stack.env.KAFKA_BROKERS!.split(',');
  kafka = await KafkaOffsets.connect(brokers);
  const superuserUrl = cairn.stack.env.POSTGRES_URL;
  if (superuserUrl === undefined)
    throw new Error('The bench needs the embedded Postgres: unset the *_DATABASE_URL variables.');
  return {
    cairn,
    ports: portPlan(environment.PORT_BASE),
    programs,
    kafka,
    superuserUrl,
    brokers,
    environment,
    dir,
  };
}

/** The first of seven ports in a row that are free. */
async function freeBase(): Promise<number> {
  for (let base = 4100; base < 60_000; base += 10) {
    const wanted = Array.from({ length: serviceNames.length + 1 }, (_, n) => base + n);
    if ((await Promise.all(wanted.map(isPortFree))).every(free => free)) return base;
  }
  throw new Error('There are no seven free ports in a row.');
}
