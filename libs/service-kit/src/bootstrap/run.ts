import type { BaseConfig } from '../config/base-config.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { migrate } from '../postgres/migrate.js';
import { createLogger, type Logger } from '../telemetry/logger.js';
import { startTracing } from '../telemetry/tracing-sdk.js';
import { endOnSignal, StoppedDuringStart } from './end-on-signal.js';
import type { ServiceDefinition } from './service.js';
import { startService } from './start.js';

/**
 * A service's whole main: `migrate` as the first argument applies the migrations and ends, with 128 and the signal's
 * number where it was stopped; the name of one of its commands runs that; otherwise the service runs until SIGTERM or SIGINT.
 */
export async function run<Config extends BaseConfig>(definition: ServiceDefinition<Config>): Promise<void> {
  silenceNegativeTimeouts();
  try {
    await runWith(definition, loadConfig(definition.config, process.env));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${definition.name}: ${error.message}\n`);
    process.exit(1);
  }
}

async function runWith<Config extends BaseConfig>(
  definition: ServiceDefinition<Config>,
  config: Config,
): Promise<void> {
  const logger = createLogger(definition.name, config.LOG_LEVEL);
  if (process.argv[2] === 'migrate') {
    endMigrationOnSignal(logger);
    const applied = await migrate(definition.databaseUrl(config), definition.migrations);
    logger.info({ applied }, 'migrated');
    return;
  }
  const [name = '', ...args] = process.argv.slice(2);
  const command = definition.commands?.[name];
  if (command !== undefined) {
    process.exitCode = await command({ config, logger, args });
    return;
  }
  const ending = endOnSignal(logger);
  const endTracing =
    config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
      ? async () => undefined
      : startTracing(definition.name, logger);
  try {
    const { stop } = await startService(definition, config, logger, ending.asked);
    ending.stopWith(async () => {
      await stop();
      await endTracing();
    });
  } catch (error) {
    if (!(error instanceof StoppedDuringStart)) throw error;
    process.exit(0);
  }
}

/** Each migration is a transaction of its own: what is under way is rolled back, and the next run begins with it. */
function endMigrationOnSignal(logger: Logger): void {
  for (const [signal, number] of [
    ['SIGTERM', 15],
    ['SIGINT', 2],
  ] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'stopped before all migrations were applied');
      process.exit(128 + number);
    });
  }
}

/** kafkajs asks for negative time-outs, and Node 24 says so each time; only that warning goes. */
function silenceNegativeTimeouts(): void {
  const emit = process.emitWarning.bind(process);
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    const name = typeof rest[0] === 'string' ? rest[0] : (rest[0] as { type?: string } | undefined)?.type;
    if (name !== 'TimeoutNegativeWarning') (emit as (...args: unknown[]) => void)(warning, ...rest);
  }) as typeof process.emitWarning;
}
