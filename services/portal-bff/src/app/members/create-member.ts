import type { CreateMember } from '@cairn/contracts/http/member';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { insertMember, type Member } from '../../out/postgres/members.js';
import { foldEmail } from '../auth/fold-email.js';
import { memberFacts } from './member-facts.js';

/**
 * POST /members: somebody who may sign in to the admin UI from now on.
 * @throws DomainError `duplicate_member` where the brand has one of this e-mail.
 */
export async function createMember(
  sql: Sql,
  caller: Caller,
  asked: CreateMember,
  now: Date,
): Promise<CommandAnswer<Member>> {
  const member: Member = {
    id: newId(),
    brandId: caller.brandId,
    name: asked.name,
    email: foldEmail(asked.email),
    role: asked.role,
    createdAt: now.toISOString(),
  };
  if (!(await insertMember(sql, member))) {
    throw new DomainError(
      'duplicate_member',
      `${member.email} is a member already: change that member’s role instead.`,
    );
  }
  await recordAudit(sql, 'portal-bff', caller, commandCause(caller.brandId, now), {
    action: 'member.create',
    target: { kind: 'member', id: member.id },
    after: memberFacts(member),
    at: now,
  });
  return { body: member, mark: null };
}
