import type { CreateAction } from '@cairn/contracts/http/action';
import { newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { insertAction } from '../out/postgres/actions.js';
import { announceAction } from './earning-changes.js';
import { checkBrandWhole, checkPrograms } from './preconditions.js';

/**
 * Makes an action of a program (domain.md 2.1); what is judged from now on finds it.
 * @throws DomainError `not_found` for a program that the brand does not have; `unavailable` while the brand's settings
 * are not known here.
 */
export async function createAction(
  sql: Sql,
  caller: Caller,
  input: CreateAction,
  now: Date,
): Promise<CommandAnswer<{ id: string }>> {
  await checkPrograms(sql, caller.brandId, [input.programId]);
  await checkBrandWhole(sql, caller.brandId);
  const id = newId();
  const after = await insertAction(sql, caller.brandId, { id, ...input, createdAt: now.toISOString() });
  const { mark } = await announceAction(sql, caller, {
    action: 'action.create',
    before: null,
    after,
    at: now,
  });
  return { body: { id }, mark };
}
