import type { EventDefinition, EventOf } from '@cairn/contracts/envelope';
import { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { derivedId, deriveEvent, newId } from '@cairn/service-kit/events/derive';
import type { z } from 'zod';
import { progressState, receiptState, seriesState } from './home-rows.js';

/** Events of one brand with one program, as the other services publish them. */
export function eventsOf(brandId: string) {
  const programId = newId();
  const seriesId = newId();
  const actionId = newId();
  const campaignId = newId();
  const event = <Type extends string, Schema extends z.ZodType>(
    definition: EventDefinition<Type, Schema>,
    aggregate: string,
    version: number,
    data: z.infer<Schema>,
  ) =>
    deriveEvent(definition, {
      source: 'points',
      cause: { brandId, causationId: newId(), correlationId: 'evt', acceptedAt: '2026-11-20T10:00:00.000Z' },
      ordinal: 0,
      aggregate,
      version,
      time: '2026-11-20T10:00:00.000Z',
      data,
    });
  return {
    brandId,
    programId,
    seriesId,
    actionId,
    campaignId,
    ambassador: (ambassadorId: string, version: number, change: Partial<AmbassadorData> = {}) =>
      event(ambassadorChanged, 'catalog:catalogAmbassadors', version, {
        ...ambassadorChanged.example,
        ambassadorId,
        externalId: ambassadorId,
        email: `${ambassadorId}@example.com`,
        code: `C${ambassadorId.slice(-12)}`,
        memberships: [{ programId, from: '2026-10-01T00:00:00.000Z', to: null }],
        ...change,
      }),
    program: (version: number) =>
      event(programChanged, 'catalog:catalogPrograms', version, { ...programChanged.example, programId }),
    series: (version: number, name = 'Climb') =>
      event(seriesChanged, 'catalog:catalogPrograms', version, {
        ...seriesState({ seriesId, name, programIds: [programId] }),
      }),
    rule: (version: number, rate: string) =>
      event(referralRuleChanged, 'catalog:catalogEarning', version, {
        programId,
        rule: { mode: 'fixed', rate },
      }),
    action: (version: number, change: Partial<ActionData> = {}) =>
      event(actionChanged, 'catalog:catalogEarning', version, {
        ...actionChanged.example,
        actionId,
        programId,
        ...change,
      }),
    campaign: (version: number, change: Partial<CampaignData> = {}) =>
      event(campaignChanged, 'catalog:catalogEarning', version, {
        ...campaignChanged.example,
        campaignId,
        programIds: [programId],
        ...change,
      }),
    entry: (ambassadorId: string, seq: number, available: number) =>
      event(entryPosted, `ledger:${ambassadorId}`, seq, {
        ...entryPosted.example,
        ambassadorId,
        seq,
        available,
      }),
    receipt: (
      ambassadorId: string | null,
      eventId: string,
      version: number,
      change: Partial<ReceiptData> = {},
    ) =>
      event(receiptChanged, `receipt:${eventId}`, version, {
        ...receiptState({ ambassadorId, eventId, ...change }),
      }),
    progress: (ambassadorId: string, version: number, points: number, series = seriesId) => {
      const { version: _, ...state } = progressState(points, 0, { ambassadorId, seriesId: series });
      return event(progressChanged, `progress:${ambassadorId}`, version, state);
    },
    unlock: (ambassadorId: string, tier: number) =>
      event(tierUnlocked, `unlock:${ambassadorId}:${tier}`, 1, {
        ...tierUnlocked.example,
        unlockId: derivedId('unlock', ambassadorId, tier),
        ambassadorId,
        series: { id: seriesId, name: 'Climb', version: 1 },
      }),
    grant: (
      ambassadorId: string,
      grant: number,
      version: number,
      status: GrantData['status'],
      reward: GrantData['reward'] = grantChanged.example.reward,
    ) =>
      event(grantChanged, `grant:${grant}`, version, {
        ...grantChanged.example,
        grantId: derivedId('grant', ambassadorId, grant),
        ambassadorId,
        seriesId,
        reward,
        status,
      }),
  };
}

type ActionData = EventOf<typeof actionChanged>['data'];
type CampaignData = EventOf<typeof campaignChanged>['data'];
type AmbassadorData = EventOf<typeof ambassadorChanged>['data'];
type ReceiptData = EventOf<typeof receiptChanged>['data'];
type GrantData = EventOf<typeof grantChanged>['data'];
