import type { ServiceName } from '@cairn/contracts/services';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import type { BaseConfig } from '../config/base-config.js';
import type { Migration } from '../postgres/migrate.js';

/** What makes a service its own; the rest is the same in all six. */
export interface ServiceDefinition<Config extends BaseConfig> {
  name: ServiceName;
  config: z.ZodType<Config>;
  databaseUrl: (config: Config) => string;
  migrations: readonly Migration[];
  module: Type;
  /** Largest body that Fastify takes, in bytes. */
  bodyLimit?: number;
  /** For what Nest's decorators cannot say: content parsers, cookies, static files. */
  configure?: (app: NestFastifyApplication, config: Config) => Promise<void>;
}
