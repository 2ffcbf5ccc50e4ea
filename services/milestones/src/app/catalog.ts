import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import type { CatalogChange } from '@cairn/service-kit/catalog/publish';
import type { Ambassador } from '../domain/ambassador.js';
import type { Program } from '../out/postgres/programs.js';
import type { StoredSeries } from '../out/postgres/series.js';
import { type Links, linkOf } from './context.js';

/** A program as catalog.programs says it. */
export function programChange(brandId: string, program: Program): CatalogChange<typeof programChanged> {
  const { id, name, category, commissionRate, holdDays } = program;
  return {
    definition: programChanged,
    key: `${brandId}:program:${id}`,
    data: { programId: id, name, category, commissionRate, holdDays },
  };
}

/** A published series as catalog.programs says it. */
export function seriesChange(brandId: string, series: StoredSeries): CatalogChange<typeof seriesChanged> {
  const { name, category, programIds, completion, tiers } = series.fields;
  return {
    definition: seriesChanged,
    key: `${brandId}:series:${series.id}`,
    data: {
      seriesId: series.id,
      version: series.version,
      name,
      category,
      programIds,
      programs: series.programs,
      status: series.status,
      live: series.live,
      endsAt: series.endsAt,
      completion,
      tiers,
    },
  };
}

/** An ambassador as catalog.ambassadors says it. */
export function ambassadorChange(
  links: Links,
  brandId: string,
  ambassador: Ambassador,
): CatalogChange<typeof ambassadorChanged> {
  const { id, externalId, name, email, code, timezone, locale, address, memberships } = ambassador;
  return {
    definition: ambassadorChanged,
    key: `${brandId}:${id}`,
    data: {
      ambassadorId: id,
      externalId,
      name,
      email,
      code,
      link: linkOf(links, code),
      timezone,
      locale,
      address,
      memberships,
    },
  };
}
