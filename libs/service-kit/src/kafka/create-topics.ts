import { z } from 'zod';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { kafkaConnection, kafkaEnvironment } from './connection.js';
import { provisionTopics } from './provision-topics.js';

const environment = z.object({
  ...kafkaEnvironment,
  KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).default(1),
});

/** `node create-topics.js`: run once before the services start. */
try {
  const env = loadConfig(environment, process.env);
  const created = await provisionTopics(kafkaConnection(env), env.KAFKA_REPLICATION_FACTOR);
  process.stdout.write(`${created.length} topics created\n`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
