import { CONFIG } from '@cairn/service-kit/config/base-config';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RewardsConfig } from '../config.js';
import { lockOldTokens, storeTokens } from '../out/postgres/shop-tokens.js';
import { currentPrefix, seal, unseal } from '../out/tokens/seal.js';

/**
 * At each start: what is encrypted under an older key, or not at all, is encrypted under the first one. Shops are few, and
 * replicas that do it at once wait for one another. A key may be taken out of SHOPIFY_TOKEN_KEYS afterwards.
 */
@Injectable()
export class SealTokens implements OnApplicationBootstrap {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: RewardsConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const sealed = await this.perform();
    if (sealed > 0) this.logger.info({ shops: sealed }, 'shops’ tokens encrypted under the first key');
  }

  /** @returns how many shops' tokens were encrypted anew. @throws Error where one's key is gone: it names it. */
  async perform(): Promise<number> {
    const keys = this.config.SHOPIFY_TOKEN_KEYS;
    return await inTransaction(this.db, async sql => {
      const old = await lockOldTokens(sql, currentPrefix(keys));
      for (const tokens of old) {
        const { shopId, accessToken, refreshToken } = tokens;
        const again = (token: string | null) => token && seal(keys, shopId, unseal(keys, shopId, token));
        await storeTokens(sql, {
          ...tokens,
          accessToken: again(accessToken),
          refreshToken: again(refreshToken),
        });
      }
      return old.length;
    });
  }
}
