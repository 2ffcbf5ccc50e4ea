import { refKey } from '@cairn/contracts/ambassador-ref';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** What a link names: a code, and the brand where two have the same code. */
export interface LinkName {
  /** Case-folded. */
  code: string;
  /** Null where the link names the code alone. */
  brandSlug: string | null;
}

/** Where a code leads, and for whom. */
export interface Landing {
  brandId: string;
  slug: string;
  landingUrl: string;
  /** Days in which a click counts for an order. */
  windowDays: number;
  ambassadorId: string;
}

const selectLandings = `
  SELECT place::int - 1 AS place, found.*
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (ref, slug, place)
  CROSS JOIN LATERAL (
    SELECT brand_id AS "brandId", brands.slug, landing_url AS "landingUrl",
      attribution_window_days AS "windowDays", ambassador_id AS "ambassadorId"
    FROM ambassador_refs known JOIN brands USING (brand_id)
    WHERE known.ref = asked.ref AND known.ref LIKE 'code:%' AND landing_url IS NOT NULL
      AND (asked.slug IS NULL OR brands.slug = asked.slug)
    LIMIT 2
  ) AS found`;

/** @returns for each where it leads; undefined where that is nowhere, or where two brands have the code. */
export async function findLandings(sql: Sql, links: readonly LinkName[]): Promise<(Landing | undefined)[]> {
  const rows = await sql.query<Landing & { place: number }>(selectLandings, [
    links.map(({ code }) => refKey({ by: 'code', value: code })),
    links.map(({ brandSlug }) => brandSlug),
  ]);
  const found = Map.groupBy(rows, ({ place }) => place);
  return links.map((_, place) => {
    const [landing, another] = found.get(place) ?? [];
    return another === undefined ? landing : undefined;
  });
}
