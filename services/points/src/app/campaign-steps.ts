import type { CampaignStep } from '../domain/judge-campaign.js';
import type { CampaignActivity } from './activity.js';
import { keyOf } from './working-set.js';

/** A step recorded once per campaign and ambassador (domain.md 2.5), by the event that took it. */
export interface RecordedStep {
  ambassadorId: string;
  campaignId: string;
  step: CampaignStep;
}

export interface NewStep extends RecordedStep {
  brandId: string;
  eventId: string;
  occurredAt: number;
}

/** The steps of the ambassadors and campaigns at hand: loaded under the accounts' locks, added to in memory. */
export class CampaignSteps {
  readonly added: NewStep[] = [];
  private readonly steps = new Map<string, Set<CampaignStep>>();

  constructor(recorded: readonly RecordedStep[]) {
    for (const { ambassadorId, campaignId, step } of recorded) this.of(ambassadorId, campaignId).add(step);
  }

  of(ambassadorId: string, campaignId: string): Set<CampaignStep> {
    const key = keyOf(ambassadorId, campaignId);
    let steps = this.steps.get(key);
    if (steps === undefined) {
      steps = new Set();
      this.steps.set(key, steps);
    }
    return steps;
  }

  record(activity: CampaignActivity, ambassadorId: string, steps: readonly CampaignStep[]): void {
    const { brandId, campaignId, eventId, occurredAt } = activity;
    for (const step of steps) {
      this.of(ambassadorId, campaignId).add(step);
      this.added.push({ brandId, ambassadorId, campaignId, step, eventId, occurredAt });
    }
  }
}
