import { type TopicDefinition, topics } from '../topics.js';
import { allEvents, type JsonSchema, schemaOf } from './json-schemas.js';

/** docs/events.md: the AsyncAPI document as a page to read. */
export function eventsPage(): string {
  return `${[
    '# Events',
    'Generated from `libs/contracts` by `npm run generate`; do not edit. Every event is a CloudEvent 1.0 in JSON structured mode (`libs/contracts/src/envelope.ts`).',
    '## Topics',
    topicTable(),
    '## Event by event',
    ...allEvents().map(eventSection),
  ].join('\n\n')}\n`;
}

function topicTable(): string {
  const rows = Object.values<TopicDefinition>(topics).map(topic =>
    [
      `\`${topic.topic}\``,
      topic.key,
      String(topic.partitions),
      typeof topic.retention === 'number' ? `${topic.retention} days` : topic.retention,
      topic.personalData ? 'yes' : 'no',
      topic.producers.join(', '),
      topic.consumers.join(', '),
    ].join(' | '),
  );
  return [
    '| topic | key | partitions | retention | personal data | producers | consumers |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(row => `| ${row} |`),
  ].join('\n');
}

function eventSection(event: ReturnType<typeof allEvents>[number]): string {
  const schema = schemaOf(event);
  const example = JSON.stringify(event.example, null, 2);
  return [`### \`${event.type}\``, event.summary, fieldTable(schema), `\`\`\`json\n${example}\n\`\`\``].join(
    '\n\n',
  );
}

function fieldTable(schema: JsonSchema): string {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const rows = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(
    ([name, property]) => `| \`${name}\`${required.has(name) ? '' : ' (optional)'} | ${kindOf(property)} |`,
  );
  return ['| field | kind |', '|---|---|', ...rows].join('\n');
}

function kindOf(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices))
    return [...new Set(choices.map(choice => kindOf(choice as JsonSchema)))].join(' or ');
  if (Array.isArray(schema.enum)) return schema.enum.map(value => `\`${String(value)}\``).join(', ');
  if ('const' in schema) return `\`${String(schema.const)}\``;
  if (schema.type === 'array') return `list of ${kindOf((schema.items ?? {}) as JsonSchema)}`;
  return `${String(schema.type ?? 'anything')}${schema.format ? ` (${String(schema.format)})` : ''}`;
}
