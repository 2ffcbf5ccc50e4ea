import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { CountedWindow, Place } from '../../app/action-holdings.js';
import type { WantedWindow } from '../../app/wanted-holdings.js';

/**
 * How many places of limits are taken in each window; done under the accounts' locks, so that nobody takes one
 * meanwhile (domain.md 2.1, 2.12).
 */
export async function countPlaces(sql: Sql, wanted: readonly WantedWindow[]): Promise<CountedWindow[]> {
  if (wanted.length === 0) return [];
  const set = unnest(wanted, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    action_id: ['uuid', row => row.actionId],
    from_at: ['timestamptz', row => instant(row.window.from, '-infinity')],
    to_at: ['timestamptz', row => instant(row.window.to, 'infinity')],
    most: ['int', row => row.most],
  });
  const rows = await sql.query<{ count: number }>(
    `SELECT counted.count FROM ${set.from}, LATERAL (
       SELECT count(*) FROM (
         SELECT FROM action_places
         WHERE ambassador_id = row.ambassador_id AND action_id = row.action_id
           AND at >= row.from_at AND at < row.to_at
         LIMIT row.most) AS taken) AS counted
     ORDER BY row.place`,
    set.params,
  );
  return wanted.map(({ ambassadorId, actionId, window }, index) => ({
    ambassadorId,
    actionId,
    window,
    count: rows[index]!.count,
  }));
}

export async function takePlaces(sql: Sql, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const set = unnest(places, columns);
  await sql.query(
    `INSERT INTO action_places (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY place`,
    set.params,
  );
}

export async function givePlacesBack(sql: Sql, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const set = unnest(places, columns);
  await sql.query(
    `DELETE FROM action_places USING ${set.from}
     WHERE action_places.ambassador_id = row.ambassador_id AND action_places.action_id = row.action_id
       AND action_places.at = row.at AND action_places.event_id = row.event_id`,
    set.params,
  );
}

const columns = {
  ambassador_id: ['uuid', (row: Place) => row.ambassadorId],
  action_id: ['uuid', (row: Place) => row.actionId],
  at: ['timestamptz', (row: Place) => new Date(row.at).toISOString()],
  event_id: ['text', (row: Place) => row.eventId],
  brand_id: ['uuid', (row: Place) => row.brandId],
} as const;

function instant(at: number | null, never: string): string {
  return at === null ? never : new Date(at).toISOString();
}
