import { plannedTopics } from '@cairn/service-kit/kafka/provision-topics';
import { type Right, rightsOfAll } from './rights.js';

const apiVersion = 'kafka.strimzi.io/v1';
const labels = { 'strimzi.io/cluster': 'cairn' };
/** As the chart's kafka.sasl.userPrefix. */
const userPrefix = 'cairn-';
/** Brokers; one may be away and a write still has min.insync.replicas. */
const replicas = 3;

/** A KafkaTopic for each topic that the services would make themselves, with the same settings. */
export function kafkaTopics(): object[] {
  return plannedTopics(replicas).map(({ topic, numPartitions, configEntries }) => ({
    apiVersion,
    kind: 'KafkaTopic',
    metadata: { name: topic, labels },
    spec: {
      partitions: numPartitions,
      replicas,
      config: Object.fromEntries(configEntries.map(({ name, value }) => [name, numberIf(value)])),
    },
  }));
}

/** A KafkaUser for each who signs in; Strimzi makes the password and keeps it in a Secret of the user's name. */
export function kafkaUsers(): object[] {
  return [...rightsOfAll()].map(([user, rights]) => ({
    apiVersion,
    kind: 'KafkaUser',
    metadata: { name: `${userPrefix}${user}`, labels },
    spec: {
      authentication: { type: 'scram-sha-512' },
      authorization: { type: 'simple', acls: rights.map(aclOf) },
    },
  }));
}

function aclOf({ resource, name, pattern, operations }: Right): object {
  return { resource: { type: resource, name, patternType: pattern }, operations, host: '*' };
}

function numberIf(value: string): string | number {
  return /^-?\d+$/.test(value) ? Number(value) : value;
}
