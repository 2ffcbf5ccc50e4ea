import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { brokerProperties } from './kafka-properties.js';
import { type KafkaUsers, type SecuredListener, scramArguments, securedListener } from './kafka-secured.js';
import { repoRoot } from './paths.js';
import { untilReady } from './ready.js';
import { StartFailure } from './start-failure.js';
import type { Launch, Spawn } from './supervised.js';

export interface KafkaOptions {
  readonly dir: string;
  readonly jars: string;
  readonly host: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly ephemeral: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** See StackOptions.kafkaUsers. */
  readonly secured?: { readonly port: number; readonly users: KafkaUsers };
}

/** The real broker, one node with KRaft. */
export function kafkaLaunch(options: KafkaOptions): Launch {
  let secured: SecuredListener | undefined;
  return {
    name: 'kafka',
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    launch: async spawn => {
      const properties = join(options.dir, 'server.properties');
      mkdirSync(options.dir, { recursive: true });
      // Once: who has its certificate knows it after a restart.
      if (options.secured)
        secured ??= await securedListener(options.dir, options.secured.port, spawn, options.env);
      const { host, port, controllerPort } = options;
      const settings = {
        host,
        port,
        controllerPort,
        logDir: join(options.dir, 'log'),
        ...(secured && { secured }),
      };
      writeFileSync(properties, brokerProperties(settings));
      await formatOnce(options, properties, spawn);
      const child = spawn({
        name: 'kafka',
        command: 'java',
        args: [...jvmFlags(options), 'kafka.Kafka', properties],
        env: options.env,
        cwd: options.dir,
      });
      await untilReady(child, () => brokerAnswers(`${options.host}:${options.port}`));
      return child;
    },
  };
}

/** A KRaft log directory must be formatted before its first use; the marker says that it was, to the end. */
async function formatOnce(options: KafkaOptions, properties: string, spawn: Spawn): Promise<void> {
  const marker = join(options.dir, 'formatted');
  if (existsSync(marker)) return;
  // The leading letter keeps the id from looking like an option.
  const clusterId = `C${randomBytes(16).toString('base64url').slice(1)}`;
  const child = spawn({
    name: 'kafka-format',
    command: 'java',
    args: [
      '-XX:TieredStopAtLevel=1',
      '-cp',
      join(options.jars, '*'),
      'kafka.tools.StorageTool',
      'format',
      '--ignore-formatted',
      '-t',
      clusterId,
      '-c',
      properties,
      ...scramArguments(options.secured?.users ?? {}),
    ],
    env: options.env,
  });
  const outcome = await child.ended;
  if (outcome !== 'exit code 0') throw StartFailure.of(child, `failed (${outcome})`);
  writeFileSync(marker, clusterId);
}

function jvmFlags(options: KafkaOptions): string[] {
  return [
    '-Xmx512m',
    // A broker that lives for a test run is started quicker than it is optimised.
    ...(options.ephemeral ? ['-XX:TieredStopAtLevel=1'] : []),
    '-XX:+ExitOnOutOfMemoryError',
    '-Djava.awt.headless=true',
    `-Dlog4j2.configurationFile=${join(repoRoot, 'tools', 'local', 'kafka', 'log4j2.properties')}`,
    '-cp',
    join(options.jars, '*'),
  ];
}

async function brokerAnswers(broker: string): Promise<boolean> {
  const kafka = new Kafka({
    clientId: 'cairn-local',
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}
