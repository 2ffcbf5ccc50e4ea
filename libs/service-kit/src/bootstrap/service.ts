import type { ServiceName } from '@cairn/contracts/services';
import type { TopicKey } from '@cairn/contracts/topics';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import type { BaseConfig } from '../config/base-config.js';
import type { Migration } from '../postgres/migrate.js';
import type { Logger } from '../telemetry/logger.js';

/** A command of a service beside `migrate`: `node dist/src/main.js <name> <args>`. @returns the exit code. */
export type ServiceCommand<Config extends BaseConfig> = (given: {
  config: Config;
  logger: Logger;
  /** What follows the name. */
  args: readonly string[];
}) => Promise<number>;

/** What makes a service its own; the rest is the same in all six. */
export interface ServiceDefinition<Config extends BaseConfig> {
  name: ServiceName;
  config: z.ZodType<Config>;
  databaseUrl: (config: Config) => string;
  migrations: readonly Migration[];
  module: Type;
  /** By name; the service itself is not started. */
  commands?: Readonly<Record<string, ServiceCommand<Config>>>;
  /**
   * Streams that it alone writes, and that tell a restored database what it had said since (ADR 26). What this database
   * does not know of them is read before anything else begins, by the handler of the topic; of a catalog stream the
   * versions alone are taken.
   */
  recalls?: readonly TopicKey[];
  /** Largest body that Fastify takes, in bytes. */
  bodyLimit?: number;
  /**
   * Milliseconds in which a client must have sent its whole request, 60,000 where left out; 0 for none, where bodies
   * are streamed: their readers limit them by `withIdleLimit`, and those gathered in memory keep to 60,000.
   */
  requestTimeout?: number;
  /** For what Nest's decorators cannot say: content parsers, cookies, static files. */
  configure?: (app: NestFastifyApplication, config: Config) => Promise<void>;
}
