import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import { type Click, lowestIdAt } from '../../domain/click.js';

/** A click to be stored, unless it repeats one of the same visitor's on the same link since `repeatsSince`. */
export interface NewClick {
  click: Click;
  /** Null for a visitor who was not here before. */
  repeatsSince: Date | null;
}

/**
 * Stores clicks; once stored, twice is as once.
 * @returns for each the id that it is known by: its own, or the earlier one's that it repeats.
 */
export async function insertClicks(sql: Sql, clicks: readonly NewClick[]): Promise<string[]> {
  const set = unnest(clicks, {
    brand_id: ['uuid', ({ click }) => click.brandId],
    id: ['uuid', ({ click }) => click.id],
    ambassador_id: ['uuid', ({ click }) => click.ambassadorId],
    code: ['text', ({ click }) => click.code],
    visitor: ['uuid', ({ click }) => click.visitor],
    at: ['timestamptz', ({ click }) => click.at],
    landing: ['text', ({ click }) => click.landing],
    repeats_since: ['uuid', ({ repeatsSince }) => repeatsSince && lowestIdAt(repeatsSince)],
  });
  const columns = 'brand_id, id, ambassador_id, code, visitor, at, landing';
  const repeated = await sql.query<{ place: number; id: string }>(
    `WITH given AS MATERIALIZED (SELECT * FROM ${set.from}),
     repeated AS MATERIALIZED (
       SELECT place, earlier.id FROM given CROSS JOIN LATERAL (
         SELECT id FROM clicks
         WHERE brand_id = given.brand_id AND visitor = given.visitor AND id >= given.repeats_since
           AND id <> given.id AND code = given.code
         ORDER BY id LIMIT 1
       ) AS earlier
       WHERE repeats_since IS NOT NULL
     ),
     stored AS (
       INSERT INTO clicks (${columns})
       SELECT ${columns} FROM given WHERE place NOT IN (SELECT place FROM repeated) ORDER BY brand_id, id
       ON CONFLICT DO NOTHING
     )
     SELECT place::int - 1 AS place, id FROM repeated`,
    set.params,
  );
  const earlier = new Map(repeated.map(({ place, id }) => [place, id]));
  return clicks.map(({ click }, place) => earlier.get(place) ?? click.id);
}

/** One click of a buyer's, for whom it may count. */
export interface StoredTouch {
  clickId: string;
  at: string;
  ambassadorId: string;
  code: string;
}

const selectTouches = `
  SELECT id AS "clickId", at, "ambassadorId", code FROM (
    SELECT clicks.id, clicks.at, clicks.ambassador_id AS "ambassadorId", clicks.code
    FROM clicks named JOIN clicks ON clicks.brand_id = named.brand_id AND clicks.visitor = named.visitor
      AND clicks.at <= $3
    WHERE named.brand_id = $1 AND named.id = $2
    ORDER BY clicks.id DESC LIMIT 1000
  ) AS latest
  ORDER BY id`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The clicks of whoever made this one, up to an instant, oldest first; of more than a thousand the last.
 * @param clickId as it was found in an order: what is no id, and another brand's, has none.
 */
export async function clicksOfVisitor(
  sql: Sql,
  brandId: string,
  clickId: string,
  until: Date,
): Promise<StoredTouch[]> {
  const params = [brandId, clickId, until.toISOString()];
  return uuid.test(clickId) ? await sql.query<StoredTouch>(selectTouches, params) : [];
}

const selectWindows = 'SELECT brand_id AS "brandId", attribution_window_days AS "windowDays" FROM brands';

/** Each brand with the days in which its clicks count. */
export async function listWindows(sql: Sql): Promise<{ brandId: string; windowDays: number }[]> {
  return await sql.query(selectWindows);
}

const deleteBefore = `
  DELETE FROM clicks WHERE brand_id = $1 AND id IN (
    SELECT id FROM clicks WHERE brand_id = $1 AND id < $2 ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED
  )`;

/** Deletes the oldest of a brand's clicks before an instant, at most so many. @returns whether there may be more. */
export async function deleteClicks(sql: Sql, brandId: string, before: Date, most: number): Promise<boolean> {
  const deleted = await sql.query(`${deleteBefore} RETURNING id`, [brandId, lowestIdAt(before), most]);
  return deleted.length === most;
}
