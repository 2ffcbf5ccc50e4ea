import { provisionTopics } from './provision-topics.js';

/** `node create-topics.js`: run once before the services start, by KAFKA_BROKERS. */
const brokers = process.env.KAFKA_BROKERS?.split(',');
if (brokers === undefined) {
  process.stderr.write('KAFKA_BROKERS is not set: give host:port, separated by commas\n');
  process.exit(1);
}
const created = await provisionTopics(brokers, Number(process.env.KAFKA_REPLICATION_FACTOR ?? 1));
process.stdout.write(`${created.length} topics created\n`);
