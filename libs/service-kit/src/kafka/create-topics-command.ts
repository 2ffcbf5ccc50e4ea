import { createTopics } from './create-topics.js';

/** `node create-topics-command.js`: run once before the services start, by KAFKA_BROKERS. */
const brokers = process.env.KAFKA_BROKERS?.split(',');
if (brokers === undefined) {
  process.stderr.write('KAFKA_BROKERS is not set: give host:port, separated by commas\n');
  process.exit(1);
}
const created = await createTopics(brokers, Number(process.env.KAFKA_REPLICATION_FACTOR ?? 1));
process.stdout.write(`${created.length} topics created\n`);
