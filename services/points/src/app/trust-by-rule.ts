import type { CatalogMark } from '@cairn/service-kit/catalog/publish';
import type { Cause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Trust, trustByRule, untold } from '../domain/trust.js';
import { saveSubmissions } from '../out/postgres/submissions.js';
import { loadDecided, loadTrusts, type TrustRow } from '../out/postgres/trusts.js';
import { changeTrusts } from './change-trusts.js';
import type { SubmissionState } from './submission.js';
import type { AuditedDecision } from './submission-audit.js';
import type { WorkingSet } from './working-set.js';

/**
 * Moves trust by the brand's rule after decisions on actions (domain.md 1.5), under the accounts' locks; an undo brings
 * back what its decision had moved. The submissions at hand are written first: the rule counts what is stored.
 * @returns null where nobody's trust has moved.
 */
export async function moveTrust(
  sql: Sql,
  caller: Caller,
  cause: Cause,
  set: WorkingSet,
  done: readonly AuditedDecision[],
  kind: 'approve' | 'reject' | 'undo',
  now: Date,
): Promise<CatalogMark | null> {
  const actions = done.map(({ after }) => after).filter(of => of.kind === 'action');
  const { trustRule } = set.catalogs.get(caller.brandId)?.brand ?? { trustRule: null };
  if (actions.length === 0 || (trustRule === null && kind !== 'undo')) return null;
  const ambassadorIds = [...new Set(actions.map(of => of.ambassadorId))];
  const current = await loadTrusts(sql, ambassadorIds);
  const trustOf = (id: string) => current.get(id) ?? untold;
  if (kind === 'undo') {
    const back = actions.flatMap(of => broughtBack(of, trustOf(of.ambassadorId)));
    return await changeTrusts(sql, caller, cause, back, now);
  }
  await saveSubmissions(sql, [...set.submissions.changed]);
  set.submissions.changed.clear();
  const decided = await loadDecided(sql, ambassadorIds, trustRule!);
  const moved = ambassadorIds.flatMap<TrustRow & { from: Trust }>(ambassadorId => {
    const from = trustOf(ambassadorId);
    const to = trustByRule(from, trustRule, decided.get(ambassadorId) ?? []);
    return to.trust === from.trust ? [] : [{ brandId: caller.brandId, ambassadorId, ...to, from }];
  });
  for (const { ambassadorId, from } of moved) remember(set, actions, ambassadorId, from);
  return await changeTrusts(sql, caller, cause, moved, now);
}

/** The last decision is what moved it. */
function remember(
  set: WorkingSet,
  actions: readonly SubmissionState[],
  ambassadorId: string,
  from: Trust,
): void {
  const last = actions.findLast(of => of.ambassadorId === ambassadorId)!;
  last.trustBefore = from.trust;
  set.submissions.save(last);
}

function broughtBack(of: SubmissionState, current: Trust): (TrustRow & { from: Trust })[] {
  const { brandId, ambassadorId, trustBefore } = of;
  of.trustBefore = null;
  if (trustBefore === null || current.setBy === 'admin') return [];
  return [{ brandId, ambassadorId, trust: trustBefore, setBy: 'rule', from: current }];
}
