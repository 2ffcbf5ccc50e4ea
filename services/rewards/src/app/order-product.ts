import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { Inject, Injectable } from '@nestjs/common';
import { beginningOf } from '../domain/beginning.js';
import { searchIn } from '../domain/forgotten-draft.js';
import { addressOf, productOrderOf } from '../domain/product-order.js';
import { holdAddress } from '../out/postgres/addresses.js';
import { forgetDraft, retireDraft, storeDraft } from '../out/postgres/drafts.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { draftOrderInput, fingerprintOf } from '../out/shopify/draft-order-input.js';
import type { DraftOrderInput } from '../out/shopify/operations/create-draft-order.js';
import type { DraftOrder } from '../out/shopify/operations/draft-order.js';
import { GrantWork, type ReadyFacts } from './grant-work.js';
import type { Send } from './make-code.js';
import {
  completeDraft,
  createDraft,
  deleteDraft,
  findCompletedDraft,
  type MadeOrder,
  orderOf,
  readDraft,
} from './make-order.js';

/** Cost points of making a draft and completing it, of reading one, and of looking for one. */
const cost = { order: 22, read: 2, search: 6 };

/** Milliseconds that the work is ours from each step on: see the lease in in/jobs/due-work.ts. */
const stepLease = 90_000;

/** The draft that we stored is gone, and not by us: whether it became an order nobody can tell. */
class DraftGone extends Error {}

/**
 * Orders a grant's product at Shopify (domain.md 4.5-4.7; design.md §3): a draft is made, its id stored, and that draft
 * completed. Only a stored draft is ever completed, a grant has one, and Shopify completes it once; so whatever happens
 * in between there is one order. A draft that was made and not stored is left to {@link SweepDrafts}. A grant whose draft
 * a lost database may have known of is looked for at Shopify first (ADR 26).
 */
@Injectable()
export class OrderProduct {
  constructor(
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(GrantWork) private readonly grantWork: GrantWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const facts = await this.grantWork.begin(work);
    if (facts === null) return;
    const { grant, draft } = facts;
    const hasDraft = draft !== null && !draft.retired;
    const search = hasDraft ? null : searchIn(grant.unlockedAt, facts.recalledAt, this.clock());
    if (search !== null && search > 0) {
      return await this.grantWork.putOff(
        work,
        search,
        'until Shopify’s search has what was made before the loss',
      );
    }
    const input = inputOf(facts);
    if (input === null && !hasDraft && search === null) return await this.ask(work, facts);
    const points = cost.order + (draft === null ? 0 : cost.read) + (search === null ? 0 : cost.search);
    await this.grantWork.inTurn(work, facts, points, async () => {
      try {
        const made = await this.order(work, facts, input, search !== null);
        if (made === null) return await this.ask(work, facts);
        const { gid: orderGid, name: orderName } = made;
        await this.grantWork.settle(work, grant, { status: 'ordered', orderGid, orderName, problem: null });
      } catch (error) {
        if (!(error instanceof DraftGone)) throw error;
        const problem =
          'The draft order is no longer in the shop. If it became an order, cancel this reward; if not, retry.';
        await this.grantWork.settle(work, grant, { status: 'needs_attention', problem }, sql =>
          forgetDraft(sql, grant.grantId),
        );
      }
    });
  }

  /** Null where nobody knows what to send, or where to. */
  private async order(
    work: ClaimedWork,
    facts: ReadyFacts,
    input: DraftOrderInput | null,
    search: boolean,
  ): Promise<MadeOrder | null> {
    const { grantId } = facts.grant;
    const send: Send = (operation, variables) => this.shopify.call(facts.shop, grantId, operation, variables);
    const stored = await this.storedDraft(send, work, facts, input);
    const found = stored === null && search ? await findCompletedDraft(send, grantId) : stored;
    if (found !== null) return await completeDraft(send, found);
    if (input === null) return null;
    const made = await createDraft(send, input);
    const draft = { gid: made.id, fingerprint: fingerprintOf(input) };
    await this.grantWork.keep(work, stepLease, 'its draft is made', sql =>
      storeDraft(sql, facts.grant, draft),
    );
    return await completeDraft(send, made);
  }

  /** The draft that is to be completed; null where one is to be made. */
  private async storedDraft(
    send: Send,
    work: ClaimedWork,
    { grant, draft }: ReadyFacts,
    input: DraftOrderInput | null,
  ): Promise<DraftOrder | null> {
    if (draft === null) return null;
    const found = await readDraft(send, draft.gid);
    if (found === null) {
      if (draft.retired) return null;
      const other = await findCompletedDraft(send, grant.grantId);
      if (other !== null) return other;
      throw new DraftGone(draft.gid);
    }
    const isSame = input === null || fingerprintOf(input) === draft.fingerprint;
    if (orderOf(found) !== null || (isSame && !draft.retired)) return found;
    await this.grantWork.keep(work, stepLease, 'its draft is out of date', sql => retireDraft(sql, grant));
    await deleteDraft(send, draft.gid);
    return null;
  }

  /** The portal asks what to send: a choice that a lost database knew is made again. */
  private async ask(work: ClaimedWork, facts: ReadyFacts): Promise<void> {
    const { grant } = facts;
    if (!isOpenChoice(facts)) return await this.askForAddress(work, facts);
    await this.grantWork.settle(work, grant, { status: 'claimable', problem: null });
  }

  /** Nobody knows where to send it: the portal asks. The ambassador's row is held, so an address cannot slip by. */
  private async askForAddress(work: ClaimedWork, { grant }: ReadyFacts): Promise<void> {
    await this.grantWork.unlessLost(async sql => {
      if ((await holdAddress(sql, grant.ambassadorId)) !== null) {
        await postponeWork(sql, work, 0, 'an address has come');
        return;
      }
      await this.grantWork.finish(sql, work, grant, { status: 'claimable', problem: null });
    });
  }
}

function isOpenChoice({ grant: { reward, claim } }: ReadyFacts): boolean {
  return beginningOf(reward, claim).status === 'claimable';
}

function inputOf(facts: ReadyFacts): DraftOrderInput | null {
  const { grant, ambassador } = facts;
  const { reward, claim } = grant;
  if (reward.type !== 'shopify_product') throw new Error(`grant ${grant.grantId} is no product`);
  if (isOpenChoice(facts)) return null;
  const address = addressOf(claim, { address: ambassador.address, changedAt: ambassador.addressChangedAt });
  if (address === null) return null;
  return draftOrderInput(productOrderOf({ ...grant, reward }, ambassador.email, address));
}
