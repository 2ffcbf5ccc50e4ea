import { createHash, randomBytes } from 'node:crypto';
import { recordAudit } from '@cairn/service-kit/audit';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DomainError } from '@cairn/service-kit/domain-error';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { constraintOf, inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RewardsConfig } from '../config.js';
import { missingScopes, neededScopes } from '../domain/scopes.js';
import { keepConnect, type ShopConnect, takeConnect } from '../out/postgres/shop-connects.js';
import { isElsewhere } from '../out/postgres/shops.js';
import { ShopifyAdmin } from '../out/shopify/admin.js';
import { type GivenTokens, ShopifyOAuth, TokenDenied } from '../out/shopify/oauth.js';
import { shopFacts } from '../out/shopify/operations/shop-facts.js';
import { signedReturn } from '../out/shopify/signed-return.js';
import { seal } from '../out/tokens/seal.js';
import { shopIdOf, storeConnected } from './shop-changes.js';

/** Milliseconds in which a shop's owner may agree. */
const patience = 900_000;

/** Of the index that two brands meet at who come back from one shop at once. */
const oneBrandADomain = 'shops_connected_domain';

/** What became of a return from a shop; the admin UI says it in words. */
export type ConnectOutcome =
  | 'connected'
  | 'not_signed'
  | 'expired'
  | 'wrong_shop'
  | 'other_session'
  | 'elsewhere'
  | 'scopes'
  | 'denied'
  | 'failed';

/** Connects a shop by OAuth's authorization code grant (ADR 42). */
@Injectable()
export class ConnectShop {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: RewardsConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ShopifyOAuth) private readonly oauth: ShopifyOAuth,
    @Inject(ShopifyAdmin) private readonly shopify: ShopifyAdmin,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Where the shop's owner agrees. @throws DomainError `shopify_app_missing`, `shop_connected_elsewhere`. */
  async begin(caller: Caller, domain: string): Promise<{ authorizeUrl: string }> {
    const app = this.app();
    const { brandId, actor } = caller;
    const state = randomBytes(32).toString('base64url');
    const now = this.clock();
    await inTransaction(this.db, async sql => {
      if (await isElsewhere(sql, domain, brandId)) {
        const detail = 'Another brand is connected to this shop: it has to disconnect it first.';
        throw new DomainError('shop_connected_elsewhere', detail);
      }
      const expiresAt = new Date(now.getTime() + patience);
      await keepConnect(sql, hashOf(state), { brandId, domain, actor }, now, expiresAt);
    });
    const { SHOPIFY_STANDIN_URL: standin } = this.config;
    const url = new URL('/admin/oauth/authorize', standin ?? `https://${domain}`);
    // No browser reaches a stand-in's shop by its name.
    if (standin !== undefined) url.searchParams.set('shop', domain);
    url.searchParams.set('client_id', app.key);
    url.searchParams.set('scope', neededScopes.join(','));
    url.searchParams.set('redirect_uri', `${this.config.PUBLIC_URL}/api/v1/shops/callback`);
    url.searchParams.set('state', state);
    return { authorizeUrl: url.href };
  }

  /**
   * A browser is back from a shop. `sessionBrandId`: the brand that is signed in in it, if one is; a connect that a
   * signed-in admin began ends only there, one begun with a key is bound by its nonce alone.
   */
  async finish(query: Record<string, string>, sessionBrandId: string | null): Promise<ConnectOutcome> {
    const back = await signedReturn(this.app(), query);
    if (back === null) return 'not_signed';
    const connect = await takeConnect(onPool(this.db), hashOf(back.state), this.clock());
    if (connect === null) return 'expired';
    if (connect.domain !== back.domain) return 'wrong_shop';
    if (connect.actor.kind === 'admin' && connect.brandId !== sessionBrandId) return 'other_session';
    try {
      const given = await this.oauth.exchange(back.domain, back.code, this.clock());
      if (missingScopes(given.scopes).length > 0) return 'scopes';
      return await this.store(connect, given);
    } catch (error) {
      this.logger.warn(
        { brandId: connect.brandId, shop: back.domain, err: error },
        'a shop was not connected',
      );
      if (constraintOf(error) === oneBrandADomain) return 'elsewhere';
      return error instanceof TokenDenied ? 'denied' : 'failed';
    }
  }

  private async store({ brandId, domain, actor }: ShopConnect, given: GivenTokens): Promise<ConnectOutcome> {
    const { accessToken } = given;
    const { shop } = await this.shopify.call({ domain, accessToken }, `connect:${domain}`, shopFacts, {});
    if (shop.myshopifyDomain !== domain) return 'wrong_shop';
    const currency = shop.currencyCode;
    const shopId = shopIdOf(brandId, domain);
    const sealed = (token: string) => seal(this.config.SHOPIFY_TOKEN_KEYS, shopId, token);
    const outcome = await inTransaction(this.db, async (sql): Promise<ConnectOutcome> => {
      if (await isElsewhere(sql, domain, brandId)) return 'elsewhere';
      const now = this.clock();
      await storeConnected(
        sql,
        {
          shopId,
          brandId,
          domain,
          currency,
          accessToken: sealed(accessToken),
          refreshToken: given.refreshToken && sealed(given.refreshToken),
          expiresAt: given.expiresAt,
        },
        now,
      );
      await recordAudit(sql, 'rewards', { brandId, actor }, commandCause(brandId, now), {
        action: 'shop.connect',
        target: { kind: 'shop', id: shopId },
        after: { domain, currency, status: 'connected' },
        at: now,
      });
      return 'connected';
    });
    this.runner.wake();
    return outcome;
  }

  private app(): { key: string; secrets: readonly string[] } {
    const { SHOPIFY_API_KEY: key, SHOPIFY_API_SECRET: secrets } = this.config;
    if (key !== undefined && secrets !== undefined) return { key, secrets };
    throw new DomainError(
      'shopify_app_missing',
      'No shop can be connected yet: set SHOPIFY_API_KEY, SHOPIFY_API_SECRET and PUBLIC_URL for rewards, of an app made at Shopify.',
    );
  }
}

/** The nonce itself is in nobody's database. */
function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
