import type { FulfilmentItem, RewardItem } from '@cairn/contracts/http/reward-item';
import { rewardWords } from '@cairn/contracts/words/reward-words';
import { undoUntil } from '../domain/grant-actions.js';
import type { RewardRow } from '../out/postgres/reward-rows.js';

/** A reward as its ambassador may see it. */
export function rewardItem(row: RewardRow): RewardItem {
  return {
    id: row.grantId,
    tier: { id: row.tierId, name: row.tierName },
    cycle: row.cycle,
    type: row.reward.type,
    title: rewardWords(row.reward, row.currency, row.exponent),
    status: row.status,
    ...present({
      code: row.code,
      orderName: row.orderName,
      fulfilledAt: row.fulfilledAt,
      problem: row.problem,
    }),
  };
}

/** A reward as those who fulfil it see it (domain.md 4.4). */
export function fulfilmentItem(row: RewardRow): FulfilmentItem {
  return {
    ...rewardItem(row),
    ambassador: { id: row.ambassadorId, name: row.ambassadorName },
    series: { id: row.seriesId, name: row.seriesName },
    ...present({
      heldBecause: row.heldBecause,
      note: row.note,
      tracking: row.tracking,
      undoUntil: undoUntil(row),
      address: addressOf(row),
    }),
    createdAt: row.createdAt,
    version: row.version,
  };
}

/** Where it goes (4.4, 4.5); a code goes nowhere. */
function addressOf({ reward, claim, ambassadorAddress }: RewardRow) {
  return reward.type === 'discount_code' ? null : (claim?.address ?? ambassadorAddress);
}

/** Only what there is: null means nothing to a client. */
function present<Fields extends Record<string, unknown>>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [Field in keyof Fields]?: NonNullable<Fields[Field]>;
  };
}
