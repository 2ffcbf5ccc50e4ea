import type { ActivityLine } from '@cairn/contracts/http/home';
import { exponentOf } from '@cairn/contracts/shop-order';
import { money } from '@cairn/contracts/words/reward-words';
import type { ActivityState, HomeRows } from '../home/rows.js';
import { dayWords } from './day-words.js';
import { reasonWords } from './receipt-reasons.js';

/** For whom the words are: their brand's currency and zone. */
export interface Reader {
  brand: Pick<HomeRows['brand'], 'name' | 'currency' | 'currencyExponent' | 'timezone'>;
  ambassador: Pick<HomeRows['ambassador'], 'timezone'>;
}

/** One receipt as a line of "Lately" (domain.md 2.18): what happened, what it gave, and why where it gave nothing. */
export function activityLine(receipt: ActivityState, reader: Reader): ActivityLine {
  return {
    eventId: receipt.eventId,
    title: title(receipt, reader),
    status: receipt.status,
    points: receipt.points,
    explanation: explanation(receipt, reader),
    occurredAt: receipt.occurredAt,
  };
}

/** "Sale #o1 · $199.99", "Refund of #o1 · $50", "More in #o1 · $20", "Post a story", "Joined Spring". */
function title(receipt: ActivityState, { brand }: Reader): string {
  const { activity, order } = receipt;
  if (activity === 'adjustment') return (receipt.points ?? 0) < 0 ? 'Points taken back' : 'Points added';
  const name = receipt.subject?.name;
  if (activity === 'action.completed') return name ?? 'A task';
  if (activity === 'campaign.joined') return name === undefined ? 'Joined a campaign' : `Joined ${name}`;
  if (activity === 'campaign.completed')
    return name === undefined ? 'Completed a campaign' : `Completed ${name}`;
  const sale = activity === 'referral.sale';
  if (order === null) return sale ? 'Sale' : 'Refund';
  const number = order.id.startsWith('#') ? order.id : `#${order.id}`;
  const currency = order.currency ?? brand.currency;
  const exponent = currency === brand.currency ? brand.currencyExponent : (exponentOf(currency) ?? 2);
  const what = sale ? 'Sale' : isRaised(receipt) ? 'More in' : 'Refund of';
  return `${what} ${number} · ${money(order.netAmount, currency, exponent)}`;
}

function explanation(receipt: ActivityState, { brand, ambassador }: Reader): string | null {
  if (receipt.activity === 'adjustment') return `${brand.name} says: ${receipt.note}`;
  switch (receipt.status) {
    case 'accepted':
      return 'It has come in and is counted in a moment.';
    case 'awarded':
      return null;
    case 'held':
      return heldWords(receipt.availableAt, ambassador.timezone ?? brand.timezone);
    case 'reversed':
      return isRaised(receipt)
        ? 'The order was changed once more, so points that had gone back came again with it.'
        : 'The order was refunded or changed, so the points it had given went back with it.';
    case 'in_review':
      return reviewWords(receipt, brand.name);
    case 'not_awarded':
    case 'parked':
      return receipt.reason === null
        ? null
        : reasonWords[receipt.reason]({
            brand: brand.name,
            currency: brand.currency,
            saleCurrency: receipt.order?.currency ?? 'another currency',
            activity: receipt.activity,
          });
  }
}

/** An edited order was raised again, after an edit had lowered it (2.6). */
function isRaised({ status, points }: Pick<ActivityState, 'status' | 'points'>): boolean {
  return status === 'reversed' && (points ?? 0) > 0;
}

/** A sale to their own address is looked at, not refused (2.11): said without blame. */
function reviewWords({ review }: Pick<ActivityState, 'review'>, brand: string): string {
  return review === 'self_referral_review'
    ? `The buyer’s address is yours, so ${brand} looks at this one before it counts. There is nothing to do.`
    : `${brand} looks at this one before it counts. There is nothing to do.`;
}

function heldWords(availableAt: string | null, timezone: string): string {
  const when = availableAt === null ? 'soon' : `on ${dayWords(availableAt, timezone)}`;
  return `On hold while the order can be returned; available ${when}.`;
}
