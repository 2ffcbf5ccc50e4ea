import type { EventOf } from '@cairn/contracts/envelope';
import type {
  NotAwardedReason,
  ParkedReason,
  receiptChanged,
} from '@cairn/contracts/events/points/receipt-changed';

/** What the words need to know beside the reason. */
export interface ReasonContext {
  brand: string;
  /** The brand's currency and the sale's. */
  currency: string;
  saleCurrency: string;
  activity: EventOf<typeof receiptChanged>['data']['activity'];
}

/** Why an event gave nothing, and what to do about it (domain.md 2.13, in that order). Never blames. */
export const reasonWords: Record<NotAwardedReason | ParkedReason, (context: ReasonContext) => string> = {
  duplicate_order: () => 'This order was counted before, and an order counts once. There is nothing to do.',
  unknown_ambassador: ({ brand }) =>
    `We could not find out in time who brought this. If it was you, write to ${brand}.`,
  unknown_action: ({ brand }) => `This task is no longer known. Pick one from the list, or ask ${brand}.`,
  unknown_campaign: ({ brand }) => `This campaign is no longer known. If that seems wrong, ask ${brand}.`,
  not_a_member: ({ brand }) =>
    `You were not in a program for this at that time. If you think you were, ask ${brand}.`,
  no_rule: ({ brand }) =>
    `Your program gave no points for sales yet. Ask ${brand} when it will; it counts sales from then on.`,
  no_live_series: ({ brand }) =>
    `No milestone series was running in your program then. What comes while one runs counts; ${brand} can also count this one later.`,
  currency_mismatch: ({ currency, saleCurrency }) =>
    `The sale was in ${saleCurrency}; points are given for sales in ${currency}. There is nothing to do.`,
  campaign_not_running: ({ brand }) =>
    `The campaign was not running then. See its dates, or ask ${brand} which one comes next.`,
  already_joined: () =>
    'You had joined this campaign before, and joining counts once. There is nothing to do.',
  already_completed: () =>
    'You had completed this campaign before, and that counts once. There is nothing to do.',
  duplicate_proof: () =>
    'This post was handed in before, and a post counts once. Share a new one for more points.',
  limit_reached: () =>
    'You had reached the limit for this task. It counts again when the next period begins.',
  disclosure_missing: () =>
    'The post did not show that it is a partnership. Unless you have done so since, add a tag such as #ad and hand it in again: it counts as of its first time.',
  rejected: ({ brand, activity }) =>
    activity === 'action.completed'
      ? `${brand} looked at this and could not accept it. “What you handed in” says why; mend it there.`
      : `${brand} looked at this and could not count it. If you think it should count, ask them.`,
  nothing_to_reverse: () =>
    'The refunded order had no points to give back. Your points stay as they are, and there is nothing to do.',
  zero_points: ({ activity }) =>
    activity.startsWith('referral.')
      ? 'By your program’s rule this sale was worth no whole point. It still counts among your sales; there is nothing to do.'
      : 'It is recorded, and this one gives no points. There is nothing to do.',
  waits_for_ambassador: () => 'This waits until we know you. It is counted by itself then.',
  waits_for_sale: () => 'The refund came before its sale. It is settled by itself when the sale arrives.',
};
