import type { UpdateMember } from '@cairn/contracts/http/member';
import { recordAudit } from '@cairn/service-kit/audit';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lockMemberAndOwners, type Member, saveMember } from '../../out/postgres/members.js';
import { keepAnOwner, memberFacts, noSuchMember } from './member-facts.js';

/**
 * PATCH /members/{id}: what is not named stays; a role holds from the next call of their open sessions on.
 * @throws DomainError `not_found` for no member of this brand, `last_owner`.
 */
export async function updateMember(
  sql: Sql,
  caller: Caller,
  id: string,
  asked: UpdateMember,
  now: Date,
): Promise<CommandAnswer<Member>> {
  const { member: before, owners } = await lockMemberAndOwners(sql, caller.brandId, id);
  if (before === undefined) throw noSuchMember();
  const after: Member = { ...before, name: asked.name ?? before.name, role: asked.role ?? before.role };
  if (after.role !== 'owner') keepAnOwner(before, owners);
  await saveMember(sql, after);
  await recordAudit(sql, 'portal-bff', caller, commandCause(caller.brandId, now), {
    action: 'member.update',
    target: { kind: 'member', id },
    before: memberFacts(before),
    after: memberFacts(after),
    at: now,
  });
  return { body: after, mark: null };
}
