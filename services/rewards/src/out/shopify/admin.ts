import '@shopify/shopify-api/adapters/node';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { crashPoint } from '@cairn/service-kit/crash-point';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { inSpan, SpanKind } from '@cairn/service-kit/telemetry/trace';
import { Inject, Injectable } from '@nestjs/common';
import {
  ApiVersion,
  GraphqlQueryError,
  HttpResponseError,
  LogSeverity,
  Session,
  type Shopify,
  shopifyApi,
} from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { z } from 'zod';
import type { RewardsConfig } from '../../config.js';
import { CostBudget } from './cost-budget.js';
import { failureOf, ShopifyThrottled, ShopTokenRefused } from './failures.js';
import { requestSeconds } from './metrics.js';
import type { Operation } from './operations/operation.js';
import { ShopTokens } from './shop-tokens.js';
import { standinFetch } from './standin-fetch.js';

/** Milliseconds for one answer; then nobody knows whether Shopify committed. */
const answerWithin = 10_000;

/** A connected shop, or one that is just being connected, with the token that it gave. */
export type ShopAccess = { domain: string } & ({ shopId: string } | { accessToken: string });

const costs = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    actualQueryCost: z.number().nullable(),
    throttleStatus: z.object({
      maximumAvailable: z.number(),
      currentlyAvailable: z.number(),
      restoreRate: z.number(),
    }),
  }),
});

/** Shopify does not take the token: it is over, or the app is no longer installed. */
class UnknownToken extends ShopTokenRefused {}

/** Shopify's Admin GraphQL API, for shops whose offline token we hold. */
@Injectable()
export class ShopifyAdmin {
  private readonly shopify: Shopify;
  private readonly budgets = new Map<string, CostBudget>();

  constructor(
    @Inject(CONFIG) config: RewardsConfig,
    @Inject(LOGGER) logger: Logger,
    @Inject(ShopTokens) private readonly tokens: ShopTokens,
  ) {
    this.shopify = shopifyApi({
      apiVersion: ApiVersion.October26,
      // The library insists on these; only OAuth and webhooks use them, calls carry the shop's own token.
      apiKey: 'cairn',
      apiSecretKey: 'unused',
      hostName: 'localhost',
      isEmbeddedApp: false,
      logger: {
        level: LogSeverity.Warning,
        log: async (_severity, message) => logger.warn({ from: 'shopify-api' }, message),
      },
    });
    if (config.SHOPIFY_STANDIN_URL !== undefined)
      setAbstractFetchFunc(standinFetch(config.SHOPIFY_STANDIN_URL));
  }

  budgetOf(domain: string): CostBudget {
    const budget = this.budgets.get(domain) ?? new CostBudget();
    this.budgets.set(domain, budget);
    return budget;
  }

  /**
   * Sends one operation; `key` is whose place in the shop's budget it uses.
   * @throws ShopifyRefusal, ShopifyThrottled: nothing was done. Anything else: perhaps it was, send it again.
   */
  async call<Variables, Data extends z.ZodType>(
    shop: ShopAccess,
    key: string,
    operation: Operation<Variables, Data>,
    variables: Variables,
  ): Promise<z.infer<Data>> {
    const endTimer = requestSeconds.startTimer({ operation: operation.name });
    const attributes = { 'server.address': shop.domain, 'graphql.operation.name': operation.name };
    try {
      const answer = await inSpan(`shopify ${operation.name}`, { kind: SpanKind.CLIENT, attributes }, () =>
        this.withToken(shop, token => this.request(shop, token, key, operation, variables)),
      );
      endTimer({ outcome: 'ok' });
      return answer;
    } catch (error) {
      endTimer({ outcome: error instanceof ShopifyThrottled ? 'throttled' : 'failed' });
      throw error;
    }
  }

  /** With the shop's token; where Shopify does not take it, once more with another: the first did nothing. */
  private async withToken<Answer>(
    shop: ShopAccess,
    send: (token: string) => Promise<Answer>,
  ): Promise<Answer> {
    if ('accessToken' in shop) return await send(shop.accessToken);
    const token = await this.tokens.of(shop);
    try {
      return await send(token);
    } catch (error) {
      if (!(error instanceof UnknownToken)) throw error;
      return await send(await this.tokens.renewed(shop, token));
    }
  }

  private async request<Variables, Data extends z.ZodType>(
    shop: { domain: string },
    accessToken: string,
    key: string,
    operation: Operation<Variables, Data>,
    variables: Variables,
  ): Promise<z.infer<Data>> {
    const session = new Session({
      id: `offline_${shop.domain}`,
      shop: shop.domain,
      state: '',
      isOnline: false,
      accessToken,
    });
    const client = new this.shopify.clients.Graphql({ session });
    try {
      const answer = await client.request<unknown>(operation.document, {
        variables: variables as Record<string, unknown>,
        signal: AbortSignal.timeout(answerWithin),
      });
      crashPoint('shopify.after-answer', operation.name);
      this.learn(shop.domain, key, answer.extensions);
      return operation.data.parse(answer.data);
    } catch (error) {
      if (error instanceof GraphqlQueryError) this.learn(shop.domain, key, error.body?.extensions);
      const isUnknown = error instanceof HttpResponseError && error.response.code === 401;
      throw isUnknown ? new UnknownToken(`Shopify answered 401 for ${shop.domain}`) : failureOf(error);
    }
  }

  private learn(domain: string, key: string, extensions: unknown): void {
    const parsed = costs.safeParse(extensions);
    if (!parsed.success) return;
    const { cost } = parsed.data;
    const budget = this.budgetOf(domain);
    budget.learn(cost.throttleStatus, Date.now());
    if (cost.actualQueryCost !== null) budget.spend(key, cost.requestedQueryCost);
  }
}
