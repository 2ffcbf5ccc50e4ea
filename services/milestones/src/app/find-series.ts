import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import type { PageQuery } from '@cairn/contracts/http/page';
import type { SeriesItem, SeriesView } from '@cairn/contracts/http/series';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { programNames } from '../out/postgres/programs.js';
import { selectSeries } from '../out/postgres/series.js';
import { type ListedSeries, selectSeriesPage } from '../out/postgres/series-list.js';
import type { AppContext } from './context.js';
import { idCursor } from './cursors.js';
import { found } from './preconditions.js';
import { viewOf } from './series-view.js';

export interface SeriesSearch extends PageQuery {
  programId?: string | undefined;
  category?: string | undefined;
  status?: SeriesStatus | undefined;
}

/** A page of the brand's series that match every filter given, newest first. */
export async function findSeries(app: AppContext, brandId: string, search: SeriesSearch) {
  const sql = onPool(app.db);
  const filter = {
    programId: search.programId ?? null,
    category: search.category ?? null,
    status: search.status ?? null,
  };
  const after = decodeCursor(search.cursor, idCursor)?.[0] ?? null;
  const now = app.clock().toISOString();
  const rows = await selectSeriesPage(sql, brandId, now, filter, after, search.limit);
  const ids = [...new Set(rows.flatMap(row => row.fields.programIds))];
  const programs = new Map((await programNames(sql, brandId, ids)).map(program => [program.id, program]));
  return pageOf(
    rows,
    search.limit,
    row => itemOf(row, programs),
    row => [row.id],
  );
}

/** `needsFulfilment` is known to rewards and added by portal-bff. */
function itemOf(
  row: ListedSeries,
  programs: Map<string, { id: string; name: string }>,
): Omit<SeriesItem, 'needsFulfilment'> {
  const { name, category, programIds, tiers } = row.fields;
  return {
    id: row.id,
    name,
    status: row.status,
    category,
    programs: programIds.flatMap(id => programs.get(id) ?? []),
    tiers: tiers.map(tier => ({
      id: tier.id,
      name: tier.name,
      threshold: tier.threshold,
      medal: tier.medal,
    })),
    participants: row.participants,
    hasDraft: row.hasDraft,
    updatedAt: row.updatedAt,
  };
}

/** @throws DomainError `not_found` */
export async function getSeries(app: AppContext, brandId: string, id: string): Promise<SeriesView> {
  const now = app.clock().toISOString();
  return viewOf(found(await selectSeries(onPool(app.db), brandId, id, now), 'series'));
}
