import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { PreviewRows } from '../../../domain/home/preview-home.js';

const selectRows = `
  SELECT
    jsonb_build_object(
      'name', brands.name, 'slug', brands.slug, 'accent', brands.accent, 'landingUrl', brands.landing_url,
      'currency', brands.currency, 'currencyExponent', brands.currency_exponent, 'timezone', brands.timezone,
      'disclosureTags', brands.disclosure_tags) AS brand,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', state ->> 'name')), '[]')
      FROM programs WHERE brand_id = brands.id AND id = ANY ($2::uuid[])) AS programs,
    (SELECT coalesce(jsonb_agg(state), '[]')
      FROM referral_rules WHERE brand_id = brands.id AND program_id = ANY ($2::uuid[])) AS rules,
    (SELECT coalesce(jsonb_agg(state || '{"used": 0}' ORDER BY id), '[]')
      FROM actions WHERE brand_id = brands.id AND program_id = ANY ($2::uuid[]) AND NOT archived) AS actions,
    (SELECT coalesce(jsonb_agg(state || '{"steps": []}' ORDER BY id), '[]')
      FROM campaigns WHERE brand_id = brands.id AND program_ids && $2::uuid[] AND NOT archived) AS campaigns
  FROM brands WHERE brands.id = $1`;

/** What a preview needs beside the series itself: the brand, and how its programs earn. */
export async function loadPreviewRows(
  sql: Sql,
  brandId: string,
  programIds: readonly string[],
): Promise<PreviewRows> {
  const [rows] = await sql.query<PreviewRows>(selectRows, [brandId, programIds]);
  if (rows === undefined) throw new Error(`there is no brand ${brandId}`);
  return rows;
}
