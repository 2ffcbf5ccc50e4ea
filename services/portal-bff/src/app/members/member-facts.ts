import { DomainError } from '@cairn/service-kit/domain-error';
import type { Member } from '../../out/postgres/members.js';

/** What the audit log says of a member. */
export function memberFacts({ name, email, role }: Member) {
  return { name, email, role };
}

export function noSuchMember(): DomainError {
  return new DomainError('not_found', 'There is no member with this id: check the id.');
}

/**
 * A brand that has owners keeps one: somebody must be able to let others in (domain.md 6.1).
 * @throws DomainError `last_owner` where `member`, who stops being one, is the only one of `owners`.
 */
export function keepAnOwner(member: Member, owners: readonly Member[]): void {
  if (member.role !== 'owner' || owners.some(owner => owner.id !== member.id)) return;
  throw new DomainError(
    'last_owner',
    `${member.name} is the brand’s last owner: make somebody else owner first.`,
  );
}
