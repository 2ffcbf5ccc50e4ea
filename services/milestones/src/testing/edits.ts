import { type TierInput, type UpdateSeries, updateSeries as updateBody } from '@cairn/contracts/http/series';
import { newId } from '@cairn/service-kit/events/derive';
import { getSeries } from '../app/find-series.js';
import { publishSeries } from '../app/publish-series.js';
import { updateSeries } from '../app/update-series.js';
import type { Scene } from './scene.js';

/** Edits a series and publishes that as its next version. */
export async function publishEdit(
  { app, caller }: Scene,
  id: string,
  edit: UpdateSeries,
  retroactive = false,
) {
  await updateSeries(app, caller, id, edit, null);
  return await publishSeries(app, caller, id, null, retroactive);
}

/** Its tiers with other thresholds, each under the id that it has; where there are more, with new ones behind. */
export async function withThresholds(
  { app, brandId }: Scene,
  id: string,
  thresholds: readonly number[],
): Promise<(TierInput & { id: string })[]> {
  const { tiers } = await getSeries(app, brandId, id);
  const ids = thresholds.map((_, place) => tiers[place]?.id ?? newId());
  const edited = thresholds.map((threshold, place) => ({
    ...(tiers[place] ?? tiers[0]!),
    id: ids[place],
    threshold,
  }));
  return updateBody.parse({ tiers: edited }).tiers!.map((tier, place) => ({ ...tier, id: ids[place]! }));
}
