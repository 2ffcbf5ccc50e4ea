import type { GrantStatus, Reward } from '@cairn/contracts/reward';
import { beginningOf } from './beginning.js';
import type { Claim } from './claim.js';
import type { Grant } from './grant.js';
import { variantGid } from './variant-gid.js';

/** What a person may do with a grant (domain.md 4.4, 4.5, 4.7). */
export type GrantAction =
  | { kind: 'fulfil'; note?: string; tracking?: string }
  | { kind: 'undo' }
  | { kind: 'release' }
  | { kind: 'cancel'; note?: string }
  | { kind: 'retry' }
  | { kind: 'replace'; reward: Reward }
  | { kind: 'claim'; claim: Omit<Claim, 'at'> };

export type ActionKind = GrantAction['kind'];

/** Statuses that wait for somebody: the queue, when no status is asked for. */
export const waitingStatuses = [
  'needs_fulfilment',
  'held',
  'needs_attention',
  'waiting_for_codes',
  'claimable',
] as const satisfies readonly GrantStatus[];

/** In which statuses an action may be done; the whole table. */
export const doneIn: Record<ActionKind, readonly GrantStatus[]> = {
  fulfil: ['needs_fulfilment'],
  undo: ['fulfilled'],
  release: ['held'],
  cancel: waitingStatuses,
  retry: ['needs_attention'],
  replace: waitingStatuses,
  claim: ['claimable'],
};

/** Milliseconds in which a fulfilment can be undone (domain.md 4.4). */
const undoWithin = 86_400_000;

export interface Refusal {
  code: string;
  detail: string;
}

/** The grant after the action, its next version; or why not. */
export function decide(grant: Grant, action: GrantAction, now: Date): { next: Grant } | { refusal: Refusal } {
  if (!doneIn[action.kind].includes(grant.status)) return { refusal: wrongStatus(grant.status, action.kind) };
  if (action.kind === 'undo' && now.getTime() > Date.parse(undoUntil(grant)!)) {
    const detail = 'A fulfilment can be undone for 24 hours, and they are over: give a new reward instead.';
    return { refusal: { code: 'undo_too_late', detail } };
  }
  if (action.kind === 'claim') {
    const refusal = claimRefusal(grant, action.claim);
    if (refusal !== null) return { refusal };
  }
  return { next: { ...after(grant, action, now), version: grant.version + 1 } };
}

/** Until when a fulfilled grant can be taken back; null for any other. */
export function undoUntil({ status, fulfilledAt }: Grant): string | null {
  if (status !== 'fulfilled' || fulfilledAt === null) return null;
  return new Date(Date.parse(fulfilledAt) + undoWithin).toISOString();
}

function after(grant: Grant, action: GrantAction, now: Date): Grant {
  switch (action.kind) {
    case 'fulfil': {
      const { note = null, tracking = null } = action;
      return { ...grant, status: 'fulfilled', fulfilledAt: now.toISOString(), note, tracking };
    }
    case 'undo':
      return { ...grant, status: 'needs_fulfilment', fulfilledAt: null, note: null, tracking: null };
    case 'cancel':
      return { ...grant, status: 'cancelled', heldBecause: null, problem: null, note: action.note ?? null };
    case 'release':
    case 'retry':
      return begin(grant);
    case 'claim':
      return begin({ ...grant, claim: claimOf(grant, action.claim, now) });
    case 'replace':
      return replaced(grant, action.reward);
  }
}

/** As its type begins; what it is to be made of is in the grant. */
function begin(grant: Grant): Grant {
  return { ...grant, ...beginningOf(grant.reward, grant.claim), heldBecause: null, waitingFor: null };
}

/** One that is held stays so: only a release lets it go. An address that was given is still good. */
function replaced(grant: Grant, reward: Reward): Grant {
  const claim = grant.claim === null ? null : { ...grant.claim, variantGid: null };
  const next = { ...grant, reward, claim, replacements: grant.replacements + 1, problem: null };
  return grant.status === 'held' ? next : begin(next);
}

function claimOf(grant: Grant, claim: Omit<Claim, 'at'>, now: Date): Claim {
  const own = grant.reward.type === 'shopify_product' ? variantGid(grant.reward.variantId) : null;
  return { ...claim, variantGid: claim.variantGid ?? own, at: now.toISOString() };
}

function claimRefusal(grant: Grant, claim: Omit<Claim, 'at'>): Refusal | null {
  const isFree = grant.reward.type === 'shopify_product' && grant.reward.choice === true;
  if (claim.variantGid === null || isFree) return null;
  return {
    code: 'no_choice',
    detail: 'This product comes in one variant: leave variantId out, and give only the address.',
  };
}

function wrongStatus(status: GrantStatus, action: ActionKind): Refusal {
  if (action === 'claim') {
    const detail = `The reward’s status is ${status}: there is nothing to claim, or it was claimed.`;
    return { code: 'not_claimable', detail };
  }
  const possible = (Object.keys(doneIn) as ActionKind[]).filter(
    kind => kind !== 'claim' && doneIn[kind].includes(status),
  );
  const then =
    possible.length === 0 ? 'nothing is left to be done' : `what can be done is ${possible.join(', ')}`;
  return { code: 'wrong_status', detail: `The reward’s status is ${status}: ${then}.` };
}
