import { grantTag, isStillCalculating } from '../domain/product-order.js';
import { ShopifyRefusal } from '../out/shopify/failures.js';
import { completeDraftOrder } from '../out/shopify/operations/complete-draft-order.js';
import { createDraftOrder, type DraftOrderInput } from '../out/shopify/operations/create-draft-order.js';
import { deleteDraftOrder } from '../out/shopify/operations/delete-draft-order.js';
import type { DraftOrder } from '../out/shopify/operations/draft-order.js';
import { findDraftOrder } from '../out/shopify/operations/find-draft-order.js';
import { listDraftOrders } from '../out/shopify/operations/list-draft-orders.js';
import type { Send } from './make-code.js';

/** Shopify's order of a grant, such as #1042. */
export interface MadeOrder {
  gid: string;
  name: string;
}

export async function readDraft(send: Send, id: string): Promise<DraftOrder | null> {
  return (await send(findDraftOrder, { id })).draftOrder;
}

/** One more than a grant should ever have. */
const fewDrafts = 5;

/**
 * A draft of the grant that became an order, found by its tag; null where there is none. Shopify's search is late: this is
 * for a grant whose draft a lost database knew of, never what keeps two claimers apart (ADR 23, 26).
 */
export async function findCompletedDraft(send: Send, grantId: string): Promise<DraftOrder | null> {
  const tag = grantTag(grantId);
  const { nodes } = (await send(listDraftOrders, { query: `tag:${tag}`, first: fewDrafts, after: null }))
    .draftOrders;
  for (const { id, tags } of nodes) {
    // What the search says of its status is late as well.
    const draft = tags.includes(tag) ? await readDraft(send, id) : null;
    if (draft?.status === 'COMPLETED') return draft;
  }
  return null;
}

/** Makes a draft. @throws ShopifyRefusal in Shopify's words: variant deleted, address refused. */
export async function createDraft(send: Send, input: DraftOrderInput): Promise<DraftOrder> {
  const { draftOrder, userErrors } = (await send(createDraftOrder, { input })).draftOrderCreate;
  if (draftOrder === null || userErrors.length > 0) throw new ShopifyRefusal(wordsOf(userErrors));
  return draftOrder;
}

/** The order that a draft became; null while it is none. @throws Error while Shopify has not named it yet. */
export function orderOf(draft: DraftOrder): MadeOrder | null {
  if (draft.status !== 'COMPLETED') return null;
  if (draft.order === null) throw new Error(`${draft.id} is completed, and its order is not there yet`);
  return { gid: draft.order.id, name: draft.order.name };
}

/**
 * Makes a draft an order, or finds that an earlier try did: Shopify completes a draft once (domain.md 4.6).
 * @throws ShopifyRefusal in Shopify's words: no stock, variant deleted.
 */
export async function completeDraft(send: Send, draft: DraftOrder): Promise<MadeOrder> {
  const done = orderOf(draft);
  if (done !== null) return done;
  if (!draft.ready) throw new Error(`${draft.id} is not ready yet`);
  const { draftOrder, userErrors } = (await send(completeDraftOrder, { id: draft.id })).draftOrderComplete;
  if (draftOrder !== null && userErrors.length === 0) {
    const made = orderOf(draftOrder);
    if (made !== null) return made;
  }
  // Perhaps it is completed already: by a try that nobody heard of, or by somebody in the shop.
  const now = await readDraft(send, draft.id);
  const made = now === null ? null : orderOf(now);
  if (made !== null) return made;
  const words = wordsOf(userErrors);
  throw isStillCalculating(words) ? new Error(words) : new ShopifyRefusal(words);
}

/**
 * Deletes a draft that is no order; one that is not there is deleted.
 * @throws ShopifyRefusal in Shopify's words.
 */
export async function deleteDraft(send: Send, id: string): Promise<void> {
  const { deletedId, userErrors } = (await send(deleteDraftOrder, { id })).draftOrderDelete;
  if (deletedId !== null || (await readDraft(send, id)) === null) return;
  throw new ShopifyRefusal(wordsOf(userErrors));
}

function wordsOf(errors: readonly { message: string }[]): string {
  return errors.map(error => error.message).join(' ') || 'Shopify did not do it, and gave no reason';
}
