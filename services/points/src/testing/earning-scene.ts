import { actionCompleted } from '@cairn/contracts/events/activity/action-completed';
import { campaignCompleted } from '@cairn/contracts/events/activity/campaign-completed';
import { campaignJoined } from '@cairn/contracts/events/activity/campaign-joined';
import { createAction as createActionBody } from '@cairn/contracts/http/action';
import { createCampaign as createCampaignBody } from '@cairn/contracts/http/campaign';
import type { Caller } from '@cairn/service-kit/http/caller';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { archiveAction, updateAction } from '../app/change-action.js';
import { archiveCampaign } from '../app/change-campaign.js';
import { createAction } from '../app/create-action.js';
import { createCampaign } from '../app/create-campaign.js';
import { scene } from './scene.js';

const madeAt = new Date('2026-01-01T00:00:00Z');

export interface Occurrence {
  at?: string;
  who?: string;
  acceptedAt?: string;
}

/** {@link scene} with what actions and campaigns need. */
export async function earningScene(db: DataSource, options: Parameters<typeof scene>[1] = {}) {
  const s = await scene(db, options);
  const caller: Caller = { brandId: s.ids.brand, actor: { kind: 'api_key', id: 'k', ip: null } };

  const event = (type: string, id: string, data: object, { at, who, acceptedAt }: Occurrence) => {
    const time = at ?? '2026-11-01T10:00:00Z';
    const ambassador = { by: 'externalId', value: who ?? 'ada' };
    return s.activity(type, id, { ambassador, ...data }, time, acceptedAt ?? time);
  };

  return {
    ...s,
    caller,
    /** Makes an action worth 40 points. @returns its id. */
    action: async (change: object = {}) => {
      const body = { programId: s.ids.program, category: 'social_post', name: 'Post a story', points: 40 };
      const input = createActionBody.parse({ ...body, ...change });
      return (await inTransaction(db, sql => createAction(sql, caller, input, madeAt))).body.id;
    },
    editAction: (id: string, edit: Parameters<typeof updateAction>[3]) =>
      inTransaction(db, sql => updateAction(sql, caller, id, edit, null, madeAt)),
    archiveAction: (id: string) => inTransaction(db, sql => archiveAction(sql, caller, id, madeAt)),
    /** Makes a campaign of November 2026 worth 25 and 100 points. @returns its id. */
    campaign: async (change: object = {}) => {
      const window = { startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-01T00:00:00Z' };
      const body = { programIds: [s.ids.program], name: 'Spring', joinPoints: 25, completionPoints: 100 };
      const input = createCampaignBody.parse({ ...body, ...window, ...change });
      return (await inTransaction(db, sql => createCampaign(sql, caller, input, madeAt))).body.id;
    },
    archiveCampaign: (id: string) => inTransaction(db, sql => archiveCampaign(sql, caller, id, madeAt)),
    done: (
      id: string,
      actionId: string,
      {
        proofUrl,
        text,
        paidPartnership,
        ...of
      }: Occurrence & {
        proofUrl?: string;
        text?: string;
        paidPartnership?: boolean;
      } = {},
    ) => event(actionCompleted.type, id, { actionId, proofUrl, text, paidPartnership }, of),
    joined: (id: string, campaignId: string, of: Occurrence = {}) =>
      event(campaignJoined.type, id, { campaignId }, of),
    completed: (id: string, campaignId: string, of: Occurrence = {}) =>
      event(campaignCompleted.type, id, { campaignId }, of),
    /** What is held of an ambassador's actions and campaigns. */
    held: async () => ({
      places: (
        await onPool(db).query<{ event: string }>(
          'SELECT event_id AS event FROM action_places WHERE brand_id = $1 ORDER BY event_id',
          [s.ids.brand],
        )
      ).map(row => row.event),
      proofs: (
        await onPool(db).query<{ event: string }>(
          'SELECT event_id AS event FROM proofs WHERE brand_id = $1 AND event_id IS NOT NULL ORDER BY event_id',
          [s.ids.brand],
        )
      ).map(row => row.event),
      steps: (
        await onPool(db).query<{ step: string }>(
          `SELECT event_id || ':' || step AS step FROM campaign_steps WHERE brand_id = $1 ORDER BY 1`,
          [s.ids.brand],
        )
      ).map(row => row.step),
    }),
    /** Status and reason of receipts in one line each, such as `e1 not_awarded limit_reached`. */
    receipts: async (...ids: string[]) => {
      const rows = await Promise.all(ids.map(id => s.receipt(id)));
      return rows.map((row, index) => [ids[index], row?.status, row?.reason].filter(Boolean).join(' '));
    },
  };
}
