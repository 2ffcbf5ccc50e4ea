import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import { appendToOutbox, type OutgoingEvent } from '@cairn/service-kit/outbox/append';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { presentMembership } from '../domain/ambassador.js';
import type { Promotion } from '../domain/ledger-stream.js';
import { promoted } from '../domain/membership.js';
import type { SeriesNow } from '../domain/progress.js';
import { lockAmbassadors, type StoredAmbassador, touchAmbassadors } from '../out/postgres/ambassadors.js';
import { closeMemberships, insertMemberships } from '../out/postgres/memberships.js';
import { ambassadorChange } from './catalog.js';
import { causeOfRow } from './causes.js';
import type { Links } from './context.js';

export interface WantedPromotion {
  brandId: string;
  ambassadorId: string;
  promotion: Promotion;
  /** RFC 3339: of the unlock that promotes. */
  at: string;
}

type Moved = WantedPromotion & { from: string };
type Person = StoredAmbassador & { brandId: string };

/**
 * Moves ambassadors who reached the top of a series that promotes (domain.md 3.7), in the transaction of the unlock, at
 * its instant. Whom an admin moved meanwhile, who left and whom nobody enrolled stays. Locks the ambassadors'
 * rows in id order; their progress is locked already.
 * @param wanted an ambassador's in the order in which they came about.
 */
export async function promoteAmbassadors(
  links: Links,
  sql: Sql,
  wanted: readonly WantedPromotion[],
  series: ReadonlyMap<string, SeriesNow>,
  at: Date,
): Promise<void> {
  if (wanted.length === 0) return;
  const people = await lockAmbassadors(sql, distinct(wanted));
  const before = new Map(people.map(person => [person.id, person]));
  const after = new Map(before);
  const moves: Moved[] = [];
  for (const want of wanted) {
    const person = after.get(want.ambassadorId);
    if (person === undefined) continue;
    const { seriesId, programId } = want.promotion;
    const moved = promoted(person, series.get(seriesId)!.programIds, programId, want.at);
    if (moved === undefined) continue;
    moves.push({ ...want, from: presentMembership(person)!.programId });
    after.set(person.id, moved);
  }
  const brands = [...Map.groupBy(moves, move => move.brandId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [brandId, own] of brands) {
    const pairs = idsOf(own).map(id => [before.get(id)!, after.get(id)!] as const);
    await save(sql, brandId, pairs, at.toISOString());
  }
  await appendToOutbox(sql, moves.map(auditOf));
  // Last, and in brand order: each brand's counter is shared by all that publish its ambassadors.
  for (const [brandId, own] of brands) await publish(links, sql, brandId, own, after, at);
}

/** One call a brand: its cause is the first move's, while each has its own in the audit log. */
async function publish(
  links: Links,
  sql: Sql,
  brandId: string,
  moves: readonly Moved[],
  people: ReadonlyMap<string, Person>,
  at: Date,
): Promise<void> {
  const changes = idsOf(moves).map(id => ambassadorChange(links, brandId, people.get(id)!));
  const cause = causeOfRow(brandId, moves[0]!.promotion.by);
  await publishCatalog(sql, 'milestones', 'catalogAmbassadors', cause, at, changes);
}

async function save(
  sql: Sql,
  brandId: string,
  people: readonly (readonly [before: Person, after: Person])[],
  now: string,
): Promise<void> {
  await closeMemberships(
    sql,
    brandId,
    people.map(([{ id, memberships }, after]) => ({
      ambassadorId: id,
      ...after.memberships[memberships.length - 1]!,
    })),
  );
  await insertMemberships(
    sql,
    brandId,
    people.map(([before, { id, memberships }]) => ({
      id,
      memberships: memberships.slice(before.memberships.length),
    })),
  );
  await touchAmbassadors(
    sql,
    brandId,
    people.map(([{ id }]) => id),
    now,
  );
}

/** As the kit's recordAudit, for many at once and nobody's command. */
function auditOf({ brandId, ambassadorId, promotion, from, at }: Moved): OutgoingEvent {
  const action = 'ambassador.promote';
  const cause = causeOfRow(brandId, promotion.by);
  const event = deriveEvent(auditRecorded, {
    source: 'milestones',
    cause,
    ordinal: `${action}:${ambassadorId}`,
    aggregate: `audit:${cause.causationId}:${action}:${ambassadorId}`,
    version: 1,
    time: at,
    data: {
      actor: { kind: 'system', id: 'milestones', ip: null },
      action,
      target: { kind: 'ambassador', id: ambassadorId },
      before: { programId: from },
      after: { programId: promotion.programId, seriesId: promotion.seriesId },
      at,
    },
  });
  return { topic: 'audit', key: brandId, event };
}

function idsOf(moves: readonly Moved[]): string[] {
  return [...new Set(moves.map(move => move.ambassadorId))];
}

function distinct(wanted: readonly WantedPromotion[]): WantedPromotion[] {
  return [...new Map(wanted.map(want => [want.ambassadorId, want])).values()];
}
