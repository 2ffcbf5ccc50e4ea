import { isDeepStrictEqual } from 'node:util';
import type { ActionItem, UpdateAction } from '@cairn/contracts/http/action';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lockAction, updateActionRow } from '../out/postgres/actions.js';
import { announceAction } from './earning-changes.js';
import { given } from './given.js';
import { checkRevision, found } from './preconditions.js';

/**
 * Changes the fields that are given; where nothing differs, nothing is written or published. What is already judged
 * stays as it was (domain.md 2.14).
 * @throws DomainError `not_found`, `stale`
 */
export async function updateAction(
  sql: Sql,
  caller: Caller,
  id: string,
  edit: UpdateAction,
  expectedRevision: number | null,
  now: Date,
): Promise<CommandAnswer<ActionItem>> {
  const before = found(await lockAction(sql, caller.brandId, id), 'action');
  checkRevision(before.revision, expectedRevision);
  return await change(sql, caller, 'action.update', before, { ...before, ...given(edit) }, now);
}

/**
 * Archives an action: events of it are `unknown_action` from now on. Again, it changes nothing.
 * @throws DomainError `not_found`
 */
export async function archiveAction(
  sql: Sql,
  caller: Caller,
  id: string,
  now: Date,
): Promise<CommandAnswer<ActionItem>> {
  const before = found(await lockAction(sql, caller.brandId, id), 'action');
  return await change(sql, caller, 'action.archive', before, { ...before, archived: true }, now);
}

async function change(
  sql: Sql,
  caller: Caller,
  action: string,
  before: ActionItem,
  wanted: ActionItem,
  at: Date,
): Promise<CommandAnswer<ActionItem>> {
  if (isDeepStrictEqual(before, wanted)) return { body: before, mark: null };
  const after = await updateActionRow(sql, caller.brandId, wanted);
  return await announceAction(sql, caller, { action, before, after, at });
}
