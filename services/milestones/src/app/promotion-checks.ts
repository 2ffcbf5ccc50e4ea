import type { PublishedSeries } from '@cairn/contracts/http/series';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { circleOf } from '../domain/promotion-chain.js';
import { promotionTarget, type SeriesFields } from '../domain/series-draft.js';
import { isProgramLive, lockPromotions, promotingSeries } from '../out/postgres/series-promotions.js';

type Warnings = PublishedSeries['warnings'];

/**
 * Refuses promotions that lead in a circle over published series that are not ended, or back into a program of the same
 * series (domain.md 3.7). Until the commit no other series of the brand that promotes is published.
 * @throws DomainError `promotion_circle`
 */
export async function refuseCircle(
  sql: Sql,
  brandId: string,
  seriesId: string,
  fields: SeriesFields,
  now: string,
): Promise<void> {
  const to = promotionTarget(fields);
  if (to === undefined) return;
  await lockPromotions(sql, brandId);
  const circle = circleOf(
    { programIds: fields.programIds, to },
    await promotingSeries(sql, brandId, seriesId, now),
  );
  if (circle === undefined) return;
  throw new DomainError(
    'promotion_circle',
    circle.length === 1
      ? 'A series cannot promote into one of its own programs: choose another.'
      : `The promotions lead in a circle, by the programs ${circle.join(', ')}: choose another program at the top.`,
    [{ path: 'completion.programId', message: 'leads back into a program of this series' }],
  );
}

/** What is allowed but hardly meant: whoever is promoted earns nothing where no series is live (3.7, 2.7). */
export async function promotionWarnings(
  sql: Sql,
  brandId: string,
  fields: SeriesFields,
  now: string,
): Promise<Warnings> {
  const to = promotionTarget(fields);
  if (to === undefined || (await isProgramLive(sql, brandId, to, now))) return [];
  const text =
    'The program at the top has no live series: whoever is promoted into it earns nothing until it has one. ' +
    'Publish or resume a series for it.';
  return [{ code: 'target_not_live', text }];
}
