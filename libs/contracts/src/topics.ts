import type { EventDefinition } from './envelope.js';
import { actionCompleted } from './events/activity/action-completed.js';
import { campaignCompleted } from './events/activity/campaign-completed.js';
import { campaignJoined } from './events/activity/campaign-joined.js';
import { referralRefund } from './events/activity/referral-refund.js';
import { referralSale } from './events/activity/referral-sale.js';
import { auditRecorded } from './events/audit-recorded.js';
import { actionChanged } from './events/catalog/action-changed.js';
import { ambassadorChanged } from './events/catalog/ambassador-changed.js';
import { apiKeyChanged } from './events/catalog/api-key-changed.js';
import { brandChanged } from './events/catalog/brand-changed.js';
import { campaignChanged } from './events/catalog/campaign-changed.js';
import { programChanged } from './events/catalog/program-changed.js';
import { referralRuleChanged } from './events/catalog/referral-rule-changed.js';
import { seriesChanged } from './events/catalog/series-changed.js';
import { trustChanged } from './events/catalog/trust-changed.js';
import { progressChanged } from './events/milestones/progress-changed.js';
import { tierUnlocked } from './events/milestones/tier-unlocked.js';
import { messageChanged } from './events/notifications/message-changed.js';
import { adjustmentPosted } from './events/points/adjustment-posted.js';
import { entryPosted } from './events/points/entry-posted.js';
import { receiptChanged } from './events/points/receipt-changed.js';
import { grantChanged } from './events/rewards/grant-changed.js';
import { orderSeen } from './events/shop/order-seen.js';
import { shopUninstalled } from './events/shop/uninstalled.js';
import type { ServiceName } from './services.js';

export interface TopicDefinition {
  readonly topic: string;
  /** The message key; messages of one key keep their order. */
  readonly key: string;
  /**
   * Catalog topics choose the partition by brand alone, so that one brand's catalog is in order, while the key
   * names the thing for compaction.
   */
  readonly partitionedBy: 'key' | 'brand';
  readonly partitions: number;
  /** In days; `forever`; or compacted to the last message a key. */
  readonly retention: number | 'forever' | 'compact';
  readonly personalData: boolean;
  readonly events: readonly EventDefinition[];
  /** One that writes a stream alone may read it back when it starts (ADR 26). */
  readonly producers: readonly ServiceName[];
  readonly consumers: readonly ServiceName[];
}

/** As long as the oldest backup that can be restored, in days. */
const backupWindow = 14;

/**
 * Every topic there is (design.md §2): brokers' topics are created from this table and from nothing else. Each has a
 * dead-letter topic beside it, named by {@link deadLetterTopic}.
 */
export const topics = {
  activity: {
    topic: 'cairn.activity.v1',
    key: 'brandId:ambassadorId; where unknown brandId:<reference>; a refund without a hint brandId:order:<orderId>',
    partitionedBy: 'key',
    partitions: 12,
    retention: backupWindow,
    personalData: true,
    events: [actionCompleted, campaignJoined, campaignCompleted, referralSale, referralRefund],
    producers: ['ingestion'],
    consumers: ['points'],
  },
  entries: {
    topic: 'cairn.points.entries.v1',
    key: 'brandId:ambassadorId',
    partitionedBy: 'key',
    partitions: 12,
    retention: 'forever',
    personalData: false,
    events: [entryPosted],
    producers: ['points'],
    consumers: ['milestones', 'portal-bff'],
  },
  receipts: {
    topic: 'cairn.points.receipts.v1',
    key: 'brandId:ambassadorId; where unknown brandId:event:<eventId>',
    partitionedBy: 'key',
    partitions: 12,
    retention: backupWindow,
    personalData: true,
    events: [receiptChanged, adjustmentPosted],
    producers: ['points'],
    consumers: ['portal-bff'],
  },
  milestones: {
    topic: 'cairn.milestones.events.v1',
    key: 'brandId:ambassadorId',
    partitionedBy: 'key',
    partitions: 12,
    retention: backupWindow,
    personalData: false,
    events: [progressChanged, tierUnlocked],
    producers: ['milestones'],
    consumers: ['rewards', 'notifications', 'portal-bff'],
  },
  rewards: {
    topic: 'cairn.rewards.events.v1',
    key: 'brandId:ambassadorId',
    partitionedBy: 'key',
    partitions: 12,
    retention: backupWindow,
    personalData: true,
    events: [grantChanged],
    producers: ['rewards'],
    consumers: ['notifications', 'portal-bff'],
  },
  notifications: {
    topic: 'cairn.notifications.events.v1',
    key: 'brandId:ambassadorId; without one brandId:message:<messageId>',
    partitionedBy: 'key',
    partitions: 6,
    retention: backupWindow,
    personalData: false,
    events: [messageChanged],
    producers: ['notifications'],
    consumers: ['portal-bff'],
  },
  audit: {
    topic: 'cairn.audit.v1',
    key: 'brandId',
    partitionedBy: 'key',
    partitions: 3,
    retention: backupWindow,
    personalData: true,
    events: [auditRecorded],
    producers: ['points', 'milestones', 'rewards', 'notifications', 'portal-bff'],
    consumers: ['portal-bff'],
  },
  shopOrders: {
    topic: 'cairn.shop.orders.v1',
    key: 'brandId:order:<orderId>',
    partitionedBy: 'key',
    partitions: 6,
    retention: backupWindow,
    personalData: true,
    events: [orderSeen],
    producers: ['rewards'],
    consumers: ['ingestion'],
  },
  shopNotices: {
    topic: 'cairn.shop.notices.v1',
    key: 'brandId:shop:<domain>',
    partitionedBy: 'key',
    partitions: 3,
    retention: backupWindow,
    personalData: false,
    events: [shopUninstalled],
    producers: ['ingestion'],
    consumers: ['rewards'],
  },
  catalogBrands: {
    topic: 'cairn.catalog.brands.v1',
    key: 'brandId; brandId:key:<keyId> for API keys',
    partitionedBy: 'brand',
    partitions: 3,
    retention: 'compact',
    personalData: false,
    events: [brandChanged, apiKeyChanged],
    producers: ['portal-bff'],
    consumers: ['ingestion', 'points', 'milestones', 'rewards', 'notifications'],
  },
  catalogPrograms: {
    topic: 'cairn.catalog.programs.v1',
    key: 'brandId:program:<programId>; brandId:series:<seriesId>',
    partitionedBy: 'brand',
    partitions: 3,
    retention: 'compact',
    personalData: false,
    events: [programChanged, seriesChanged],
    producers: ['milestones'],
    consumers: ['points', 'portal-bff'],
  },
  catalogAmbassadors: {
    topic: 'cairn.catalog.ambassadors.v1',
    key: 'brandId:ambassadorId',
    partitionedBy: 'brand',
    partitions: 6,
    retention: 'compact',
    personalData: true,
    events: [ambassadorChanged],
    producers: ['milestones'],
    consumers: ['ingestion', 'points', 'rewards', 'notifications', 'portal-bff'],
  },
  catalogEarning: {
    topic: 'cairn.catalog.earning.v1',
    key: 'brandId:referral-rule:<programId>; brandId:action:<actionId>; brandId:campaign:<campaignId>; brandId:trust:<ambassadorId>',
    partitionedBy: 'brand',
    partitions: 3,
    retention: 'compact',
    personalData: false,
    events: [referralRuleChanged, actionChanged, campaignChanged, trustChanged],
    producers: ['points'],
    consumers: ['portal-bff'],
  },
} as const satisfies Record<string, TopicDefinition>;

export type TopicKey = keyof typeof topics;
export type TopicName = (typeof topics)[TopicKey]['topic'];

/** The streams of configuration: each counts versions per brand, and the barrier waits on them (design.md §3). */
export const catalogStreams = [
  'catalogBrands',
  'catalogPrograms',
  'catalogAmbassadors',
  'catalogEarning',
] as const;

export type CatalogStream = (typeof catalogStreams)[number];

/** Where a message goes that can never be processed, with its reason in the headers. */
export function deadLetterTopic(topic: string): string {
  return `${topic}.dlq`;
}
