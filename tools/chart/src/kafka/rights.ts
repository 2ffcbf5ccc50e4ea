import { type ServiceName, services as serviceNames } from '@cairn/contracts/services';
import { catalogStreams, deadLetterTopic, type TopicDefinition, topics } from '@cairn/contracts/topics';

export type Operation = 'Read' | 'Write' | 'Describe' | 'Create';

export interface Right {
  readonly resource: 'topic' | 'group';
  readonly name: string;
  readonly pattern: 'literal' | 'prefix';
  readonly operations: readonly Operation[];
}

/** Who signs in at the brokers: each service, KEDA, and the Job that makes topics where nobody else does. */
export type KafkaUserName = ServiceName | 'keda' | 'topics';

/** Who keeps dead letters and writes them back to where they came from (ADR 20). */
const keepsDeadLetters: ServiceName = 'portal-bff';

/** What every user of the brokers may do; all else is refused. */
export function rightsOfAll(): ReadonlyMap<KafkaUserName, readonly Right[]> {
  return new Map<KafkaUserName, readonly Right[]>([
    ...serviceNames.map(service => [service, rightsOf(service)] as const),
    ['keda', rightsOfKeda()],
    ['topics', rightsOfTopics()],
  ]);
}

/**
 * By the topic table, and nothing that it does not say: write what a service produces, read what it consumes, bury there
 * what cannot be processed, and read back its own streams after a restore, which who writes a stream alone may (ADR 26).
 * An idempotent producer needs no right on the cluster since Kafka 2.8: to write any topic is enough.
 */
function rightsOf(service: ServiceName): Right[] {
  const table = Object.values<TopicDefinition>(topics);
  const isCatalog = ({ topic }: TopicDefinition) => catalogStreams.some(key => topics[key].topic === topic);
  const consumed = table.filter(({ consumers }) => consumers.includes(service));
  const own = table.filter(({ producers }) => producers.length === 1 && producers[0] === service);
  const keeps = service === keepsDeadLetters;
  const readable = new Set([...consumed, ...own].map(({ topic }) => topic));
  const writable = new Set(
    table.filter(of => keeps || of.producers.includes(service)).map(({ topic }) => topic),
  );
  const buried = new Set(consumed.map(({ topic }) => deadLetterTopic(topic)));
  return [
    ...table.flatMap(({ topic }) => [
      ...topicRight(topic, readable.has(topic), writable.has(topic)),
      ...topicRight(deadLetterTopic(topic), keeps, buried.has(deadLetterTopic(topic))),
    ]),
    ...(consumed.some(of => !isCatalog(of)) ? [groupRight(`cairn.${service}`)] : []),
    ...(consumed.some(isCatalog) ? [groupRight(`cairn.${service}.catalog`)] : []),
    ...(keeps ? [groupRight(`cairn.${service}.dlq`)] : []),
    // A group of its own each time.
    ...(own.length > 0 ? [{ ...groupRight(`cairn.${service}.recall.`), pattern: 'prefix' as const }] : []),
  ];
}

/** How far groups are and how far their topics go, for services that scale by lag; no message. */
function rightsOfKeda(): Right[] {
  const scaled = serviceNames.filter(service =>
    rightsOf(service).some(({ resource, name }) => resource === 'group' && name === `cairn.${service}`),
  );
  const read = Object.values<TopicDefinition>(topics).filter(({ consumers }) =>
    consumers.some(consumer => scaled.includes(consumer)),
  );
  return [
    ...read.map(({ topic }) => ({
      ...topicRight(topic, true, false)[0]!,
      operations: ['Describe'] as const,
    })),
    ...scaled.map(service => ({ ...groupRight(`cairn.${service}`), operations: ['Describe'] as const })),
  ];
}

function rightsOfTopics(): Right[] {
  return [{ resource: 'topic', name: 'cairn.', pattern: 'prefix', operations: ['Create', 'Describe'] }];
}

function topicRight(name: string, read: boolean, write: boolean): Right[] {
  if (!read && !write) return [];
  const operations: Operation[] = [
    ...(read ? (['Read'] as const) : []),
    ...(write ? (['Write'] as const) : []),
    'Describe',
  ];
  return [{ resource: 'topic', name, pattern: 'literal', operations }];
}

function groupRight(name: string): Right {
  return { resource: 'group', name, pattern: 'literal', operations: ['Read', 'Describe'] };
}
