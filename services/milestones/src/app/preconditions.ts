import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import { DomainError } from '@cairn/service-kit/domain-error';

/**
 * Two people editing one thing: whoever read an older revision is refused (api.md, If-Match).
 * @param expected the revision that the caller read; null where they do not mind.
 * @throws DomainError `stale`
 */
export function checkRevision(stored: number, expected: number | null): void {
  if (expected === null || stored === expected) return;
  throw new DomainError('stale', 'It was changed since you read it: read it again and repeat your change.');
}

/** @throws DomainError `series_ended` */
export function notEnded({ status }: { status: SeriesStatus }): void {
  if (status === 'ended')
    throw new DomainError('series_ended', 'The series has ended: make a new one to go on.');
}

/** @throws DomainError `not_found`; also for what belongs to another brand (domain.md 6.2). */
export function found<Thing>(thing: Thing | undefined, kind: string): Thing {
  if (thing !== undefined) return thing;
  throw new DomainError('not_found', `No ${kind} with this id: check the id.`);
}
