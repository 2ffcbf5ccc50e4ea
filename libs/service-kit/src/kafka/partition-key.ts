import { type TopicDefinition, topics } from '@cairn/contracts/topics';

const byBrand = new Set(
  Object.values<TopicDefinition>(topics)
    .filter(definition => definition.partitionedBy === 'brand')
    .map(definition => definition.topic),
);

/**
 * What decides a message's partition: the key, or on catalog topics the brand alone (every key begins with the
 * brand's id), so that one brand's catalog stays in order while compaction goes by the whole key.
 */
export function partitionKeyOf(topic: string, key: string): string {
  return byBrand.has(topic) ? key.slice(0, 36) : key;
}
