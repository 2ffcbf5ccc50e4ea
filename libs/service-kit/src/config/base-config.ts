import { z } from 'zod';
import { kafkaEnvironment } from '../kafka/connection.js';

/** What every service reads from the environment; each adds its own (design.md §6, config.ts). */
export const baseConfig = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  ...kafkaEnvironment,
  REDIS_URL: z.url(),
  /** Shared by the services; internal APIs take nothing else. One of the two: see ServiceTokens. */
  SERVICE_TOKEN: z.string().optional(),
  SERVICE_TOKEN_FILE: z.string().min(1).optional(),
  /** Where /metrics is, in place of PORT: what is public then shows none. */
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Where spans go, by OTLP over HTTP; none are made without it, or where it is empty. Further OTEL_* are the SDK's own. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .literal('')
    .transform(() => undefined)
    .or(z.url())
    .optional(),
  /**
   * Milliseconds that a service that was told to stop still takes requests, while balancers turn away from it. In a
   * cluster as long as a new address takes to get round; part of the 25 s in which it stops.
   */
  SHUTDOWN_DRAIN: z.coerce.number().int().min(0).max(10_000).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Connections of the Postgres pool; six of them are kept for catalog, due work, HTTP and health. */
  DATABASE_POOL: z.coerce.number().int().min(8).max(100).default(14),
  /**
   * Milliseconds without a heartbeat after which a consumer's partitions go to another replica. Statements may take
   * three tenths of it, so that a slow one costs no membership.
   */
  KAFKA_SESSION_TIMEOUT: z.coerce.number().int().min(6_000).max(300_000).default(30_000),
  /** Messages a transaction, at most. */
  CHUNK_SIZE: z.coerce.number().int().min(1).max(5_000).default(500),
});

export type BaseConfig = z.infer<typeof baseConfig>;

export const CONFIG = Symbol('config');
