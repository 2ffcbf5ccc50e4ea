import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RewardsConfig } from '../../config.js';
import { lockTokens, type StoredTokens, storeTokens, tokensOf } from '../postgres/shop-tokens.js';
import { seal, unseal } from '../tokens/seal.js';
import { ShopTokenRefused } from './failures.js';
import { ShopifyOAuth, TokenDenied } from './oauth.js';

/** Milliseconds before its end at which a token is refreshed: longer than what is done with one takes. */
const ahead = 300_000;

/**
 * The access token of a connected shop. One that expires is refreshed under the shop's row lock, and what Shopify gave is
 * stored before it is used: after a crash in between, the former refresh token still answers the same pair (ADR 42).
 */
@Injectable()
export class ShopTokens {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: RewardsConfig,
    @Inject(ShopifyOAuth) private readonly oauth: ShopifyOAuth,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ShopTokenRefused where the shop is not connected, or takes our refresh token no more. */
  async of(shop: { shopId: string; domain: string }): Promise<string> {
    const stored = await tokensOf(onPool(this.db), shop.shopId);
    if (stored?.accessToken == null) throw notConnected(shop.domain);
    const isGood = stored.expiresAt === null || Date.parse(stored.expiresAt) - this.clock().getTime() > ahead;
    const token = this.unsealed(stored, stored.accessToken);
    return isGood ? token : await this.renewed(shop, token);
  }

  /** Another token in place of one that is over; where somebody has refreshed it by now, theirs. @throws as {@link of}. */
  async renewed(shop: { shopId: string; domain: string }, former: string): Promise<string> {
    return await inTransaction(this.db, async sql => {
      const stored = await lockTokens(sql, shop.shopId);
      if (stored?.accessToken == null) throw notConnected(shop.domain);
      const now = this.unsealed(stored, stored.accessToken);
      if (now !== former) return now;
      if (stored.refreshToken === null) throw refused(shop.domain);
      const given = await this.refresh(shop.domain, this.unsealed(stored, stored.refreshToken));
      const sealed = (token: string | null) =>
        token && seal(this.config.SHOPIFY_TOKEN_KEYS, shop.shopId, token);
      await storeTokens(sql, {
        shopId: shop.shopId,
        accessToken: sealed(given.accessToken),
        refreshToken: sealed(given.refreshToken),
        expiresAt: given.expiresAt,
      });
      return given.accessToken;
    });
  }

  private async refresh(domain: string, refreshToken: string) {
    try {
      return await this.oauth.refresh(domain, refreshToken, this.clock());
    } catch (error) {
      throw error instanceof TokenDenied ? refused(domain) : error;
    }
  }

  private unsealed({ shopId }: StoredTokens, token: string): string {
    return unseal(this.config.SHOPIFY_TOKEN_KEYS, shopId, token);
  }
}

function notConnected(domain: string): ShopTokenRefused {
  return new ShopTokenRefused(`The shop ${domain} is not connected: connect it again, then retry`);
}

function refused(domain: string): ShopTokenRefused {
  return new ShopTokenRefused(
    `The shop ${domain} no longer takes our token (Shopify answered 401): connect it again, then retry`,
  );
}
