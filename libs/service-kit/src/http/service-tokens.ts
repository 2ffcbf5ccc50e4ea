import { createHash, timingSafeEqual } from 'node:crypto';
import { ConfigError, settingFile } from '../config/load-config.js';
import type { Logger } from '../telemetry/logger.js';

export const SERVICE_TOKENS = Symbol('service tokens');

/** Milliseconds for which what was read of the file is taken as it is. */
const readAgainAfter = 2_000;
const shortest = 16;

/**
 * What services know each other by: the lines of SERVICE_TOKEN_FILE, else SERVICE_TOKEN. The first is shown to others,
 * any of them is taken; so a token is exchanged while everything runs: the new one is added behind the old, put first
 * when every service has it, and the old one then removed. The file is looked at again every two seconds.
 */
export class ServiceTokens {
  private tokens: readonly string[];
  private readAt: number;

  /** @throws ConfigError where there is no token, or one that is too short. */
  constructor(
    private readonly from: { SERVICE_TOKEN?: string | undefined; SERVICE_TOKEN_FILE?: string | undefined },
    private readonly logger: Logger,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.tokens = this.read();
    this.readAt = now();
  }

  /** The newest that others know. */
  get first(): string {
    return this.all[0]!;
  }

  get all(): readonly string[] {
    if (this.from.SERVICE_TOKEN_FILE !== undefined && this.now() - this.readAt > readAgainAfter) {
      this.readAt = this.now();
      try {
        this.tokens = this.read();
      } catch (error) {
        this.logger.error({ err: error }, 'SERVICE_TOKEN_FILE cannot be read: the tokens stay as they were');
      }
    }
    return this.tokens;
  }

  accepts(given: string): boolean {
    const digest = digestOf(given);
    // Each is compared, so that the time says nothing of which.
    return this.all.filter(token => timingSafeEqual(digestOf(token), digest)).length > 0;
  }

  private read(): readonly string[] {
    const { SERVICE_TOKEN: token, SERVICE_TOKEN_FILE: file } = this.from;
    const text = file === undefined ? (token ?? '') : settingFile('SERVICE_TOKEN_FILE', file);
    const tokens = text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
    const name = file === undefined ? 'SERVICE_TOKEN' : `SERVICE_TOKEN_FILE (${file})`;
    if (tokens.length === 0) throw new ConfigError(`${name}: there is no token`);
    if (tokens.some(each => each.length < shortest)) {
      throw new ConfigError(`${name}: a token must have at least ${shortest} characters`);
    }
    return tokens;
  }
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
