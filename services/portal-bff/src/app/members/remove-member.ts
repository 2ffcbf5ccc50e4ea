import { recordAudit } from '@cairn/service-kit/audit';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { notifySessionsEnded } from '../../out/postgres/home-channel.js';
import { deleteMember, lockMemberAndOwners } from '../../out/postgres/members.js';
import { deleteSessionsOfMember } from '../../out/postgres/sessions.js';
import { keepAnOwner, memberFacts, noSuchMember } from './member-facts.js';

/**
 * DELETE /members/{id}: their sessions and looks end, with their open streams, and their links sign nobody in any more.
 * @throws DomainError `not_found` for no member of this brand, `last_owner`.
 */
export async function removeMember(sql: Sql, caller: Caller, id: string, now: Date): Promise<void> {
  const { member, owners } = await lockMemberAndOwners(sql, caller.brandId, id);
  if (member === undefined) throw noSuchMember();
  keepAnOwner(member, owners);
  const ended = await deleteSessionsOfMember(sql, id);
  await notifySessionsEnded(
    sql,
    ended.map(({ hash }) => hash),
  );
  await deleteMember(sql, id);
  await recordAudit(sql, 'portal-bff', caller, commandCause(caller.brandId, now), {
    action: 'member.remove',
    target: { kind: 'member', id },
    before: memberFacts(member),
    at: now,
  });
}
