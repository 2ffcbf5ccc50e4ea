import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork, postponeWork } from '@cairn/service-kit/due-work/due-work';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cairnTag, grantOfTags } from '../domain/product-order.js';
import { forgetSweptDrafts, neededDrafts } from '../out/postgres/drafts.js';
import { connectedShop } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopifyRefusal } from '../out/shopify/failures.js';
import { type DraftOrderPage, listDraftOrders } from '../out/shopify/operations/list-draft-orders.js';
import type { Send } from './make-code.js';
import { deleteDraft } from './make-order.js';

/** Milliseconds: between sweeps, and how old a draft is before nobody can be about to store it. */
const every = 6 * 3_600_000;
const old = 3_600_000;

/** Drafts looked at in one sweep, in pages of; the next sweep goes on. */
const limits = { page: 50, pages: 20 };

/** Deletes draft orders that were made and not stored, or whose grant has become something else (design.md §3). */
@Injectable()
export class SweepDrafts {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const { brandId } = work;
    const shop = await connectedShop(onPool(this.db), brandId, work.key);
    if (shop === null) {
      await finishWork(onPool(this.db), work);
      return;
    }
    const send: Send = (operation, variables) => this.shopify.call(shop, work.key, operation, variables);
    const deleted = await this.sweep(send, brandId);
    if (deleted > 0)
      this.logger.info({ brandId, shop: shop.domain, deleted }, 'left-over draft orders deleted');
    await postponeWork(onPool(this.db), work, every, 'until the next sweep');
  }

  private async sweep(send: Send, brandId: string): Promise<number> {
    const before = new Date(this.clock().getTime() - old).toISOString().replace(/\.\d+Z$/, 'Z');
    const query = `tag:${cairnTag} status:open created_at:<'${before}'`;
    let after: string | null = null;
    let deleted = 0;
    for (let page = 0; page < limits.pages; page++) {
      const { nodes, pageInfo }: DraftOrderPage = (
        await send(listDraftOrders, { query, first: limits.page, after })
      ).draftOrders;
      deleted += await this.deleteOrphans(send, brandId, nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    return deleted;
  }

  private async deleteOrphans(send: Send, brandId: string, drafts: DraftOrderPage['nodes']): Promise<number> {
    const ours = drafts.flatMap(({ id, status, tags }) => {
      const grantId = grantOfTags(tags);
      return grantId === null || status === 'COMPLETED' ? [] : [{ id, grantId }];
    });
    const needed = await neededDrafts(
      onPool(this.db),
      brandId,
      ours.map(draft => draft.grantId),
    );
    const deleted: string[] = [];
    for (const { id } of ours.filter(draft => !needed.has(draft.id))) {
      try {
        await deleteDraft(send, id);
        deleted.push(id);
      } catch (error) {
        if (!(error instanceof ShopifyRefusal)) throw error;
        this.logger.warn(
          { brandId, draft: id, err: error },
          'a left-over draft order stays: Shopify keeps it',
        );
      }
    }
    await forgetSweptDrafts(onPool(this.db), brandId, deleted);
    return deleted.length;
  }
}
