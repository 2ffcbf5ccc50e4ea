import type { ClaimReward } from '@cairn/contracts/http/fulfilment';
import { variantItem } from '@cairn/contracts/http/shop';
import { z } from 'zod';
import { requestJson, send } from '../../../../shared/features/http/request-json.js';

/** POST /api/portal/v1/rewards/{id}/claim: where it goes, and which one. Throws ApiProblem. */
export async function claimReward(id: string, body: ClaimReward): Promise<void> {
  await send(`/api/portal/v1/rewards/${id}/claim`, { method: 'POST', body });
}

const choices = z.object({ items: z.array(variantItem) });

/** GET /api/portal/v1/rewards/{id}/variants: what may be chosen; empty where nothing is. Throws ApiProblem. */
export async function rewardChoices(id: string) {
  return (await requestJson(`/api/portal/v1/rewards/${id}/variants`, choices)).items;
}
