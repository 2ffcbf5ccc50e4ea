import { deadLetterTopic, type TopicDefinition, topics } from '../topics.js';
import { allEvents, schemaOf } from './json-schemas.js';

/** The whole of Cairn's events as one AsyncAPI 3 document: channels from the topic table, messages from the schemas. */
export function asyncApi() {
  const definitions = Object.entries<TopicDefinition>(topics);
  const operations = definitions.flatMap(([key, topic]) => [
    ...topic.producers.map(service => operation(service, 'send', key)),
    ...topic.consumers.map(service => operation(service, 'receive', key)),
  ]);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Cairn events',
      version: '1',
      description: 'CloudEvents 1.0 in JSON structured mode over Kafka. Generated from libs/contracts.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      definitions.map(([key, topic]) => [
        key,
        {
          address: topic.topic,
          description: `Key: ${topic.key}. Dead letters: ${deadLetterTopic(topic.topic)}.`,
          messages: Object.fromEntries(
            topic.events.map(event => [event.type, { $ref: `#/components/messages/${event.type}` }]),
          ),
          bindings: { kafka: { topic: topic.topic, partitions: topic.partitions } },
        },
      ]),
    ),
    operations: Object.fromEntries(operations),
    components: {
      messages: Object.fromEntries(
        allEvents().map(event => [
          event.type,
          {
            name: event.type,
            summary: event.summary,
            payload: { $ref: `#/components/schemas/${event.type}` },
          },
        ]),
      ),
      schemas: Object.fromEntries(
        allEvents().map(event => {
          const { $id, $schema, ...schema } = schemaOf(event);
          return [event.type, schema];
        }),
      ),
    },
  };
}

function operation(service: string, action: 'send' | 'receive', channel: string) {
  return [
    `${service}.${action}.${channel}`,
    { action, channel: { $ref: `#/channels/${channel}` }, tags: [{ name: service }] },
  ] as const;
}
