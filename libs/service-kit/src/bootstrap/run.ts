import type { BaseConfig } from '../config/base-config.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { migrate } from '../postgres/migrate.js';
import { createLogger, type Logger } from '../telemetry/logger.js';
import { startTracing } from '../telemetry/tracing-sdk.js';
import type { ServiceDefinition } from './service.js';
import { startService } from './start.js';

/** Milliseconds from the signal to the end, whatever happens (design.md §7). */
const shutdownLimit = 25_000;

/**
 * A service's whole main: `migrate` as the first argument applies the migrations and ends; otherwise the service runs
 * until SIGTERM or SIGINT.
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
    const applied = await migrate(definition.databaseUrl(config), definition.migrations);
    logger.info({ applied }, 'migrated');
    return;
  }
  const endTracing =
    config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
      ? async () => undefined
      : startTracing(definition.name, logger);
  const service = await startService(definition, config, logger);
  stopOnSignal(async () => {
    await service.stop();
    await endTracing();
  }, logger);
}

function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error('did not stop in time');
      process.exit(1);
    }, shutdownLimit).unref();
    stop().then(
      () => process.exit(0),
      error => {
        logger.error({ err: error }, 'stopped with an error');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** kafkajs asks for negative time-outs, and Node 24 says so each time; only that warning goes. */
function silenceNegativeTimeouts(): void {
  const emit = process.emitWarning.bind(process);
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    const name = typeof rest[0] === 'string' ? rest[0] : (rest[0] as { type?: string } | undefined)?.type;
    if (name !== 'TimeoutNegativeWarning') (emit as (...args: unknown[]) => void)(warning, ...rest);
  }) as typeof process.emitWarning;
}
