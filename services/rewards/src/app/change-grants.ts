import type { BulkAnswer } from '@cairn/contracts/http/fulfilment';
import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../domain/grant.js';
import { decide, type GrantAction, type Refusal } from '../domain/grant-actions.js';
import { knownPools } from '../out/postgres/code-pools.js';
import { lockGrants } from '../out/postgres/grants.js';
import { rewardRow } from '../out/postgres/reward-rows.js';
import { unbindGrants } from '../out/postgres/shop-variants.js';
import { changeTo, schedulePending } from './grant-events.js';
import { fulfilmentItem } from './reward-view.js';

const unknown: Refusal = { code: 'not_found', detail: 'There is no reward with this id: check the id.' };

/** Does one thing with one reward. @throws DomainError `not_found`, `wrong_status`, `undo_too_late`, `unknown_pool`. */
export async function changeGrant(
  sql: Sql,
  caller: Caller,
  id: string,
  action: GrantAction,
  now: Date,
): Promise<CommandAnswer<FulfilmentItem>> {
  if (action.kind === 'replace') await checkPool(sql, caller.brandId, action);
  const { refused } = await changeGrants(sql, caller, [id], action, now);
  if (refused[0] !== undefined) throw new DomainError(refused[0].code, refused[0].detail);
  return { body: fulfilmentItem((await rewardRow(sql, caller.brandId, id))!), mark: null };
}

/**
 * Does one thing with many rewards, each on its own, in one transaction: the row, its event, the work that follows and
 * the audit (domain.md 4.4). What cannot be done is refused and stays as it is.
 */
export async function changeGrants(
  sql: Sql,
  caller: Caller,
  ids: readonly string[],
  action: GrantAction,
  now: Date,
): Promise<BulkAnswer> {
  const wanted = [...new Set(ids)];
  const grants = new Map((await lockGrants(sql, caller.brandId, wanted)).map(each => [each.grantId, each]));
  const changed: { before: Grant; next: Grant }[] = [];
  const refused: BulkAnswer['refused'] = [];
  for (const id of wanted) {
    const before = grants.get(id);
    const decision = before === undefined ? { refusal: unknown } : decide(before, action, now);
    if ('refusal' in decision) refused.push({ id, ...decision.refusal });
    else changed.push({ before: before!, next: decision.next });
  }
  const next = changed.map(change => change.next);
  await changeTo(sql, next, now);
  if (action.kind === 'replace') {
    // A former code may have been made in its shop without an answer: another shop would make a second one.
    const products = changed.filter(({ before }) => before.reward.type === 'shopify_product');
    await unbindGrants(
      sql,
      caller.brandId,
      products.map(({ next: { grantId } }) => grantId),
    );
  }
  await schedulePending(sql, next, now);
  await auditAll(sql, caller, action, changed, now);
  return { done: next.map(grant => grant.grantId), refused };
}

async function auditAll(
  sql: Sql,
  caller: Caller,
  action: GrantAction,
  changed: readonly { before: Grant; next: Grant }[],
  now: Date,
): Promise<void> {
  const cause = commandCause(caller.brandId, now);
  for (const { before, next } of changed) {
    await recordAudit(sql, 'rewards', caller, cause, {
      action: `reward.${action.kind}`,
      target: { kind: 'reward', id: next.grantId },
      before: audited(before),
      after: audited(next),
      at: now,
    });
  }
}

/** Without addresses: the log is kept longer than they may be. */
function audited({ status, reward, heldBecause, problem, fulfilledAt, note, tracking, claim }: Grant) {
  const variantId = claim?.variantGid ?? null;
  return { status, reward, heldBecause, problem, fulfilledAt, note, tracking, variantId };
}

async function checkPool(
  sql: Sql,
  brandId: string,
  { reward }: Extract<GrantAction, { kind: 'replace' }>,
): Promise<void> {
  if (reward.type !== 'discount_code' || reward.poolId === undefined) return;
  if ((await knownPools(sql, brandId, [reward.poolId])).has(reward.poolId)) return;
  throw new DomainError('unknown_pool', 'There is no code pool with this id: take one of GET /code-pools.');
}
