import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import type { Grant } from './grant.js';

type GrantEvent = EventOf<typeof grantChanged>;

/** A grant as rewards' own stream tells it; `changedAt`: when it became so, RFC 3339. */
export type RecalledGrant = Grant & { changedAt: string };

/**
 * What the stream says of each grant (ADR 26): the greatest version, and of two of one version the earlier, which is the
 * one that every reader kept: the later was written by a database that did not know of it.
 */
export function recalledGrants(events: readonly GrantEvent[]): RecalledGrant[] {
  const newest = new Map<string, RecalledGrant>();
  for (const event of events) {
    const grant = recalled(event);
    const other = newest.get(grant.grantId);
    const createdAt = other === undefined ? grant.createdAt : earlier(other.createdAt, grant.createdAt);
    const kept = other === undefined || supersedes(grant, other) ? grant : other;
    newest.set(grant.grantId, { ...kept, createdAt });
  }
  return [...newest.values()];
}

function supersedes(one: RecalledGrant, other: RecalledGrant): boolean {
  if (one.version !== other.version) return one.version > other.version;
  return Date.parse(one.changedAt) < Date.parse(other.changedAt);
}

function earlier(one: string, other: string): string {
  return Date.parse(one) <= Date.parse(other) ? one : other;
}

/** Without what the stream does not tell: it is null, or comes with the unlock. */
function recalled({ data, ...envelope }: GrantEvent): RecalledGrant {
  const { tier, at, deficit, ...told } = data;
  return {
    ...told,
    brandId: envelope.brandid,
    ordinal: null,
    seriesName: '',
    tierId: tier.id,
    tierName: tier.name,
    replacements: 0,
    discountGid: null,
    orderGid: null,
    claim: null,
    waitingFor: null,
    inDeficit: deficit?.under ?? false,
    progressRevision: deficit?.revision ?? 0,
    version: envelope.aggregateversion ?? 1,
    unlockedAt: envelope.acceptedat,
    causationId: envelope.causationid ?? envelope.id,
    correlationId: envelope.correlationid,
    acceptedAt: envelope.acceptedat,
    createdAt: at,
    changedAt: at,
  };
}
