import { completeAction } from './action-judgement.js';
import type { Activity } from './activity.js';
import { takeCampaignStep } from './campaign-judgement.js';
import type { Judgement } from './judgement.js';
import { takeRefund } from './refund-judgement.js';
import { takeSale } from './sale-judgement.js';
import type { WorkingSet } from './working-set.js';

/** Judges activities one after the other, in the order accepted (domain.md 2.16). */
export function judgeEach(judgement: Judgement, set: WorkingSet, activities: readonly Activity[]): void {
  for (const activity of activities) {
    switch (activity.kind) {
      case 'sale':
        takeSale(judgement, set, activity);
        break;
      case 'refund':
        takeRefund(judgement, set, activity);
        break;
      case 'action':
        completeAction(judgement, set, activity);
        break;
      case 'campaign':
        takeCampaignStep(judgement, set, activity);
        break;
    }
  }
}
