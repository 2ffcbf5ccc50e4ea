import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { type ClaimedWork, finishWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { RewardsConfig } from '../config.js';
import { standinDomain } from '../domain/standin-domain.js';
import { withoutShop } from '../out/postgres/shops.js';
import { seal } from '../out/tokens/seal.js';
import { shopIdOf, storeConnected } from './shop-changes.js';

const selectBrand = 'SELECT name, slug, currency FROM brands WHERE brand_id = $1';

const made = z.object({ domain: z.string(), accessToken: z.string(), currencyCode: z.string() });

/** Milliseconds. */
const answerWithin = 10_000;

/** Gives a brand a shop of its own at the local stand-in, once (api.md, shops); grants that waited for it go on. */
@Injectable()
export class ConnectStandin {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: RewardsConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const { brandId } = work;
    const [brand] = await onPool(this.db).query<{ name: string; slug: string; currency: string }>(
      selectBrand,
      [brandId],
    );
    if (brand === undefined || this.config.SHOPIFY_STANDIN_URL === undefined) {
      await finishWork(onPool(this.db), work);
      return;
    }
    const domain = standinDomain(brand.slug, brandId);
    const shop = await this.ask({ domain, name: brand.name, currencyCode: brand.currency });
    await inTransaction(this.db, async sql => {
      if (!(await finishWork(sql, work))) return;
      if ((await withoutShop(sql, [brandId])).length === 0) return;
      const shopId = shopIdOf(brandId, domain);
      const accessToken = seal(this.config.SHOPIFY_TOKEN_KEYS, shopId, shop.accessToken);
      const row = { shopId, brandId, domain, accessToken, refreshToken: null, expiresAt: null };
      await storeConnected(sql, { ...row, currency: shop.currencyCode }, this.clock());
    });
    this.runner.wake();
  }

  /** Makes the shop, or is told of the one that is there. */
  private async ask(shop: {
    domain: string;
    name: string;
    currencyCode: string;
  }): Promise<z.infer<typeof made>> {
    const answer = await fetch(`${this.config.SHOPIFY_STANDIN_URL}/control/shops`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(shop),
      signal: AbortSignal.timeout(answerWithin),
    });
    if (!answer.ok) throw new Error(`the stand-in answered ${answer.status}: ${await answer.text()}`);
    return made.parse(await answer.json());
  }
}
