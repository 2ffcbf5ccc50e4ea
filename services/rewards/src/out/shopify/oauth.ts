import { CONFIG } from '@cairn/service-kit/config/base-config';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RewardsConfig } from '../../config.js';
import { standinFetch } from './standin-fetch.js';

/** Milliseconds. */
const answerWithin = 10_000;

const answer = z.object({
  access_token: z.string().min(1),
  scope: z.string().default(''),
  /** Seconds; without it the token does not expire. */
  expires_in: z.number().optional(),
  refresh_token: z.string().optional(),
});

export interface GivenTokens {
  accessToken: string;
  refreshToken: string | null;
  /** RFC 3339; null: it does not expire. */
  expiresAt: string | null;
  scopes: string[];
}

/** Shopify gives no token for this: the code or the refresh token is used up, or the app is no longer installed. */
export class TokenDenied extends Error {}

/**
 * Shopify's token endpoint. The library's own calls of it bring a cookie for the state, or no time limit.
 * @throws TokenDenied; any other error may pass.
 */
@Injectable()
export class ShopifyOAuth {
  private readonly send: typeof fetch;

  constructor(@Inject(CONFIG) private readonly config: RewardsConfig) {
    const standin = config.SHOPIFY_STANDIN_URL;
    this.send = standin === undefined ? fetch : standinFetch(standin);
  }

  async exchange(domain: string, code: string, now: Date): Promise<GivenTokens> {
    return await this.ask(domain, { code, expiring: '1' }, now);
  }

  async refresh(domain: string, refreshToken: string, now: Date): Promise<GivenTokens> {
    return await this.ask(domain, { grant_type: 'refresh_token', refresh_token: refreshToken }, now);
  }

  private async ask(domain: string, what: Record<string, string>, now: Date): Promise<GivenTokens> {
    const response = await this.send(`https://${domain}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        client_id: this.config.SHOPIFY_API_KEY,
        client_secret: this.config.SHOPIFY_API_SECRET?.[0],
        ...what,
      }),
      signal: AbortSignal.timeout(answerWithin),
    });
    if (response.status >= 400 && response.status < 500 && response.status !== 429) {
      throw new TokenDenied(`Shopify gives no token for ${domain}: it answered ${response.status}`);
    }
    if (!response.ok) throw new Error(`Shopify answered ${response.status} when asked for a token`);
    const given = answer.parse(await response.json());
    const { expires_in: seconds, refresh_token: refreshToken = null } = given;
    return {
      accessToken: given.access_token,
      refreshToken,
      expiresAt: seconds === undefined ? null : new Date(now.getTime() + seconds * 1_000).toISOString(),
      scopes: given.scope.split(',').filter(scope => scope !== ''),
    };
  }
}
