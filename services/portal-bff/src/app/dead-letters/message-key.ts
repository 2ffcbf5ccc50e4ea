import type { AmbassadorRef } from '@cairn/contracts/ambassador-ref';
import { refKey } from '@cairn/contracts/ambassador-ref';
import type { Envelope, EventDefinition, EventOf } from '@cairn/contracts/envelope';
import { actionCompleted } from '@cairn/contracts/events/activity/action-completed';
import { campaignCompleted } from '@cairn/contracts/events/activity/campaign-completed';
import { campaignJoined } from '@cairn/contracts/events/activity/campaign-joined';
import { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import { referralSale } from '@cairn/contracts/events/activity/referral-sale';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { trustChanged } from '@cairn/contracts/events/catalog/trust-changed';
import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { adjustmentPosted } from '@cairn/contracts/events/points/adjustment-posted';
import { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { orderSeen } from '@cairn/contracts/events/shop/order-seen';
import { shopUninstalled } from '@cairn/contracts/events/shop/uninstalled';

/** What follows the brand in a message's key; each topic's rule is in the topics table. */
const parts = new Map<string, (data: unknown) => string>([
  rule(actionCompleted, data => referred(data.ambassador)),
  rule(campaignJoined, data => referred(data.ambassador)),
  rule(campaignCompleted, data => referred(data.ambassador)),
  rule(referralSale, data => referred(data.ambassador)),
  rule(referralRefund, data => `:order:${data.orderId}`),
  rule(entryPosted, data => `:${data.ambassadorId}`),
  rule(receiptChanged, data => `:${data.ambassadorId ?? `event:${data.eventId}`}`),
  rule(adjustmentPosted, data => `:${data.ambassadorId}`),
  rule(progressChanged, data => `:${data.ambassadorId}`),
  rule(tierUnlocked, data => `:${data.ambassadorId}`),
  rule(grantChanged, data => `:${data.ambassadorId}`),
  rule(messageChanged, data => `:${data.ambassadorId ?? `message:${data.messageId}`}`),
  rule(auditRecorded, () => ''),
  rule(brandChanged, () => ''),
  rule(apiKeyChanged, data => `:key:${data.keyId}`),
  rule(programChanged, data => `:program:${data.programId}`),
  rule(seriesChanged, data => `:series:${data.seriesId}`),
  rule(ambassadorChanged, data => `:${data.ambassadorId}`),
  rule(referralRuleChanged, data => `:referral-rule:${data.programId}`),
  rule(actionChanged, data => `:action:${data.actionId}`),
  rule(campaignChanged, data => `:campaign:${data.campaignId}`),
  rule(orderSeen, data => `:order:${data.orderId}`),
  rule(shopUninstalled, data => `:shop:${data.shopDomain}`),
  rule(trustChanged, data => `:trust:${data.ambassadorId}`),
]);

/** The key that an event's own producer would give it, as far as the event tells. */
export function messageKey({ type, brandid, data }: Envelope): string {
  return `${brandid}${parts.get(type)?.(data) ?? ''}`;
}

function rule<Definition extends EventDefinition>(
  definition: Definition,
  part: (data: EventOf<Definition>['data']) => string,
): [string, (data: unknown) => string] {
  return [definition.type, data => part(definition.data.parse(data) as EventOf<Definition>['data'])];
}

function referred(ambassador: AmbassadorRef): string {
  return `:${ambassador.by === 'id' ? ambassador.value : refKey(ambassador)}`;
}
