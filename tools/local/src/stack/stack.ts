import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment } from './child-environment.js';
import { type DataDir, openDataDir, openEphemeralDir } from './data-dir.js';
import { createDatabase } from './databases.js';
import { inboxLaunch } from './inbox.js';
import { kafkaLaunch } from './kafka.js';
import { certificateIn, type KafkaUsers } from './kafka-secured.js';
import { dataDirectory, stackFiles } from './paths.js';
import { requireFreePort } from './port-taken.js';
import { freePort, loopback, rememberedPort } from './ports.js';
import { embeddedPostgres } from './postgres-databases.js';
import { type Progress, quietProgress } from './progress.js';
import { redisLaunch } from './redis.js';
import { keptSecret } from './secrets.js';
import { standinLaunch } from './shopify-standin.js';
import { StartFailure } from './start-failure.js';
import { type Launch, Supervised } from './supervised.js';

export const partNames = ['postgres', 'kafka', 'redis', 'inbox', 'shopify'] as const;
export type PartName = (typeof partNames)[number];

export interface StackOptions {
  /** Everything in a temporary directory on free ports, deleted by `stop`; durability is traded for speed. */
  readonly ephemeral?: boolean;
  /** Default: CAIRN_DATA_DIR, else `.data` in the repository. Not for an ephemeral stack. */
  readonly dataDir?: string;
  /** Where KAFKA_BROKERS and the like are looked up: a part that is given is not started. Default: process.env. */
  readonly env?: NodeJS.ProcessEnv;
  /** Only these parts. Default: all. */
  readonly parts?: readonly PartName[];
  /**
   * Gives an ephemeral embedded Kafka a second way in, by TLS and SCRAM-SHA-512, for these users, who may do there what an
   * ACL allows and nothing else.
   */
  readonly kafkaUsers?: KafkaUsers;
  /**
   * The address that every part listens on and is reached by. Default: the loopback address. Another opens what has no
   * password, Kafka and Redis, to whoever gets there: for a network of one's own, as a test's cluster has.
   */
  readonly host?: string;
  /** A fixed port for the inbox's page; else a free one. */
  readonly inboxPort?: number;
  /** Ports that must be free, whoever will listen there, by who that is: checked before anything starts. */
  readonly requiredPorts?: Readonly<Record<string, number>>;
  readonly progress?: Progress;
  /** See `Surroundings.restartAfterMs`. */
  readonly restartAfterMs?: number;
  /** Copies every part's output to the screen. */
  readonly verbose?: boolean;
}

export interface Stack {
  readonly dataDir: DataDir;
  /**
   * What the parts are reached by: KAFKA_BROKERS, POSTGRES_URL (superuser, only when embedded), a
   * `<SERVICE>_DATABASE_URL` for each service, REDIS_URL, SMTP_URL, INBOX_URL, SHOPIFY_STANDIN_URL; and MEDIA_URL, where photos and videos are kept.
   * A part that was left out has no entry. With kafkaUsers also KAFKA_SECURED_BROKERS and KAFKA_CA_FILE.
   */
  readonly env: Readonly<Record<string, string>>;
  /** An empty database of the embedded Postgres, replacing one of that name. Returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** The embedded part, to stop, start or kill it; undefined when it was given or left out. */
  part(name: PartName): Supervised | undefined;
  /** Ends every process and, when ephemeral, deletes the data. Safe to call again and during the start. */
  stop(): Promise<void>;
  /** Ends every process at once by SIGKILL, for the moment before an exit that cannot wait. */
  kill(): void;
}

/**
 * Starts the parts side by side and resolves when all are ready. `onStack` gets the stack before the first
 * process starts, so that it can be stopped in the middle.
 * @throws StartFailure with one line for the reader; then nothing is left running
 */
export async function startStack(
  options: StackOptions = {},
  onStack?: (stack: Stack) => void,
): Promise<Stack> {
  const progress = options.progress ?? quietProgress;
  const given = options.env ?? process.env;
  const ephemeral = options.ephemeral === true;
  const dataDir = ephemeral
    ? await openEphemeralDir(progress)
    : await openDataDir(options.dataDir ?? dataDirectory(given), progress);
  const parts = new Map<PartName, Supervised>();
  const env: Record<string, string> = {};
  let stopped: Promise<void> | undefined;
  const stack: Stack = {
    dataDir,
    env,
    part: name => parts.get(name),
    createDatabase: name => {
      if (!env.POSTGRES_URL) throw new Error('createDatabase needs the embedded Postgres');
      return createDatabase(env.POSTGRES_URL, name);
    },
    stop: () => {
      stopped ??= stopParts(parts, ephemeral).finally(dataDir.release);
      return stopped;
    },
    kill: () => dataDir.runFile.killAll(),
  };
  onStack?.(stack);
  const wants = (name: PartName): boolean => (options.parts ?? partNames).includes(name);
  const port = (name: string): Promise<number> =>
    ephemeral ? freePort() : rememberedPort(dataDir.path, name);
  const host = options.host ?? loopback;
  const shared = { env: childEnvironment(given), ephemeral, host };
  const add = (name: PartName, launch: Launch): void => {
    const around = {
      logDir: dataDir.logDir,
      runFile: dataDir.runFile,
      progress,
      verbose: options.verbose === true,
      ...(options.restartAfterMs === undefined ? {} : { restartAfterMs: options.restartAfterMs }),
    };
    parts.set(name, new Supervised(launch, around));
  };

  try {
    for (const [who, required] of Object.entries(options.requiredPorts ?? {}))
      await requireFreePort(required, who);
    if (wants('postgres')) {
      const postgres = await embeddedPostgres({
        ...shared,
        dataDir: dataDir.path,
        given,
        port: () => port('postgres'),
      });
      Object.assign(env, postgres.env);
      if (postgres.launch) add('postgres', postgres.launch);
    }
    if (given.KAFKA_BROKERS) env.KAFKA_BROKERS = given.KAFKA_BROKERS;
    else if (wants('kafka')) {
      const [broker, controllerPort] = [await port('kafka'), await port('kafka-controller')];
      const jars = join(stackFiles(given), 'kafka');
      const dir = join(dataDir.path, 'kafka');
      const users = options.kafkaUsers;
      const secured = users && { users, port: await port('kafka-secured') };
      add(
        'kafka',
        kafkaLaunch({ ...shared, dir, jars, port: broker, controllerPort, ...(secured && { secured }) }),
      );
      if (secured) {
        env.KAFKA_SECURED_BROKERS = `127.0.0.1:${secured.port}`;
        env.KAFKA_CA_FILE = certificateIn(dir);
      }
      env.KAFKA_BROKERS = `${host}:${broker}`;
    }
    if (given.REDIS_URL) env.REDIS_URL = given.REDIS_URL;
    else if (wants('redis')) {
      const redisPort = await port('redis');
      const binaries = (): string => join(stackFiles(given), 'redis');
      add('redis', redisLaunch({ ...shared, dir: join(dataDir.path, 'redis'), port: redisPort, binaries }));
      env.REDIS_URL = `redis://${host}:${redisPort}`;
    }
    if (given.SMTP_URL)
      Object.assign(env, { SMTP_URL: given.SMTP_URL }, given.INBOX_URL && { INBOX_URL: given.INBOX_URL });
    else if (wants('inbox')) {
      if (options.inboxPort !== undefined) await requireFreePort(options.inboxPort, 'the inbox');
      const [smtpPort, webPort] = [await port('smtp'), options.inboxPort ?? (await port('inbox'))];
      add('inbox', inboxLaunch({ ...shared, dir: join(dataDir.path, 'mail'), smtpPort, webPort }));
      env.SMTP_URL = `smtp://${host}:${smtpPort}`;
      env.INBOX_URL = `http://${host}:${webPort}`;
    }
    if (given.SHOPIFY_STANDIN_URL) env.SHOPIFY_STANDIN_URL = given.SHOPIFY_STANDIN_URL;
    else if (wants('shopify')) {
      const shopPort = await port('shopify');
      const app = { key: 'cairn-local', secret: keptSecret(dataDir.path, 'shopify-app-secret') };
      add('shopify', standinLaunch({ ...shared, dir: join(dataDir.path, 'shopify'), port: shopPort, app }));
      env.SHOPIFY_API_KEY = app.key;
      env.SHOPIFY_API_SECRET = app.secret;
      env.SHOPIFY_STANDIN_URL = `http://${host}:${shopPort}`;
    }
    env.MEDIA_URL = given.MEDIA_URL ?? pathToFileURL(join(dataDir.path, 'media')).href;
    if (stopped) throw new StartFailure('Stopped during the start.');
    await Promise.all([...parts.values()].map(part => progress.during(part.name, part.start())));
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Ephemeral data is deleted next, so its owners need not put it in order first. */
async function stopParts(parts: ReadonlyMap<PartName, Supervised>, ephemeral: boolean): Promise<void> {
  const hurried = (name: PartName): NodeJS.Signals | undefined => {
    if (!ephemeral) return undefined;
    // Postgres must still give back its shared memory; SIGQUIT is its immediate shutdown.
    return name === 'postgres' ? 'SIGQUIT' : 'SIGKILL';
  };
  await Promise.all([...parts].map(([name, part]) => part.stop(hurried(name))));
}
