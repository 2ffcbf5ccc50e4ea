import type { Sql } from '@cairn/service-kit/postgres/sql';

/** The Postgres channel on which a commit tells every replica whose open streams have something new. */
export const homeChannel = 'cairn_home';

/** What a notification says: these ambassadors, all of a brand's, or a session that ended. */
export type HomeNotice =
  | { kind: 'homes'; ambassadorIds: string[] }
  | { kind: 'brand'; brandId: string }
  | { kind: 'session'; hash: string };

/** Postgres takes payloads under 8,000 bytes; an id and its comma are 37. */
const idsEach = 200;

const notify = 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload';

export async function notifyHomes(sql: Sql, ambassadorIds: readonly string[]): Promise<void> {
  const payloads: string[] = [];
  for (let at = 0; at < ambassadorIds.length; at += idsEach) {
    payloads.push(`homes:${ambassadorIds.slice(at, at + idsEach).join(',')}`);
  }
  await sql.query(notify, [homeChannel, payloads]);
}

export async function notifyBrand(sql: Sql, brandId: string): Promise<void> {
  await sql.query(notify, [homeChannel, [`brand:${brandId}`]]);
}

export async function notifySessionsEnded(sql: Sql, hashes: readonly string[]): Promise<void> {
  await sql.query(notify, [homeChannel, hashes.map(hash => `session:${hash}`)]);
}

/** Undefined for a payload of another version of this service. */
export function parseNotice(payload: string): HomeNotice | undefined {
  const colon = payload.indexOf(':');
  const rest = payload.slice(colon + 1);
  switch (payload.slice(0, Math.max(0, colon))) {
    case 'homes':
      return { kind: 'homes', ambassadorIds: rest.split(',') };
    case 'brand':
      return { kind: 'brand', brandId: rest };
    case 'session':
      return { kind: 'session', hash: rest };
    default:
      return undefined;
  }
}
