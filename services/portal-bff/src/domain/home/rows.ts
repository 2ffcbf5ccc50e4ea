import type { EventOf } from '@cairn/contracts/envelope';
import type { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import type { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import type { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import type { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';

export type SeriesState = EventOf<typeof seriesChanged>['data'];
export type ProgressState = EventOf<typeof progressChanged>['data'];
export type ReceiptState = EventOf<typeof receiptChanged>['data'];
/** An adjustment as a line of what happened (2.10): `note` is the admin's reason. */
export type AdjustmentState = Omit<ReceiptState, 'activity'> & { activity: 'adjustment'; note: string };
export type ActivityState = ReceiptState | AdjustmentState;
export type GrantState = EventOf<typeof grantChanged>['data'];
/** `used`: awards that hold a place of the limit in the period that runs now. */
export type ActionState = EventOf<typeof actionChanged>['data'] & { used: number };
/** `steps`: the activities that the ambassador has done of it. */
export type CampaignState = EventOf<typeof campaignChanged>['data'] & { steps: string[] };
type RuleState = EventOf<typeof referralRuleChanged>['data'];
export type Membership = EventOf<typeof ambassadorChanged>['data']['memberships'][number];

/** The read model's rows of one ambassador, read in one snapshot. */
export interface HomeRows {
  version: HomeVersion;
  /** When the newest event was accepted that moved the bar, in milliseconds since 1970. */
  acceptedAt: number | null;
  brand: {
    name: string;
    slug: string;
    accent: string | null;
    landingUrl: string | null;
    currency: string;
    currencyExponent: number;
    timezone: string;
    disclosureTags: string[];
  };
  ambassador: {
    id: string;
    brandId: string;
    name: string;
    code: string;
    link: string;
    timezone: string | null;
    memberships: Membership[];
  };
  /** Programs, published series and rules of any of the memberships. */
  programs: { id: string; name: string }[];
  series: SeriesState[];
  rules: RuleState[];
  actions: ActionState[];
  campaigns: CampaignState[];
  progress: (ProgressState & { version: number })[];
  balance: { available: number; pending: number; pendingUntil: string | null; version: number } | null;
  /** Newest first. */
  activity: ActivityState[];
  grants: GrantState[];
}

/**
 * Where a state stands: `epoch` of the copy, `own` chunks that touched the ambassador, `brand` changes that all of the
 * brand's ambassadors see, and the `own` at the last unlock and the last change of a reward.
 */
export interface HomeVersion {
  epoch: number;
  own: number;
  brand: number;
  unlock: number;
  reward: number;
}

/** The stream's revision: grows with either count. */
export function revisionOf(version: HomeVersion): number {
  return version.own + version.brand;
}
