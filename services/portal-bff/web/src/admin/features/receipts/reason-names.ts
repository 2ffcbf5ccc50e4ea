import {
  type NotAwardedReason,
  notAwardedReason,
  type ParkedReason,
  parkedReason,
} from '@cairn/contracts/events/points/receipt-changed';

const reasons = [...notAwardedReason.options, ...parkedReason.options];

type Reason = NotAwardedReason | ParkedReason;

/** What only a replay can bring back (domain.md 2.7). */
export const replayable = 'no_live_series' satisfies Reason;

/** Every reason as a filter says it (domain.md 2.13). */
const reasonNames: Record<Reason, string> = {
  duplicate_order: 'Order counted before',
  unknown_ambassador: 'Ambassador never came',
  unknown_action: 'Unknown action',
  unknown_campaign: 'Unknown campaign',
  not_a_member: 'Not in the program then',
  no_rule: 'Program without a referral rule',
  no_live_series: 'No series was live',
  currency_mismatch: 'Another currency',
  campaign_not_running: 'Campaign was not running',
  already_joined: 'Joined before',
  already_completed: 'Completed before',
  duplicate_proof: 'Post handed in before',
  limit_reached: 'Limit reached',
  disclosure_missing: 'Disclosure missing',
  rejected: 'Rejected in a review',
  nothing_to_reverse: 'Nothing to reverse',
  zero_points: 'Worth no points',
  waits_for_ambassador: 'Waits for the ambassador',
  waits_for_sale: 'Waits for the sale',
};

export const reasonOptions = reasons.map(reason => ({ value: reason, label: reasonNames[reason] }));

/** A reason of a replay's answer, which may also be a status. */
export function reasonName(reason: string): string {
  return reason in reasonNames ? reasonNames[reason as Reason] : reason.replaceAll('_', ' ');
}
