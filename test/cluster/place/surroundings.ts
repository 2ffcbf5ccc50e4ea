import { type Stack, startStack } from '@cairn/local/stack/stack';
import type { ClusterOptions } from '../options.js';

/** What the release talks to, outside the cluster: the parts of the local stack where pods can reach them. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string>>;
  /** Host and port of each part. */
  readonly at: (part: 'kafka' | 'postgres' | 'redis' | 'smtp' | 'shop') => { host: string; port: number };
  readonly inbox: string;
  readonly shop: string;
}

/**
 * Starts Kafka, Postgres, Redis, the inbox and the shop on this machine: what is proven is the six services and the chart,
 * and a broker in a pod without an operator would be a third way to run one.
 */
export async function startSurroundings(
  { host }: ClusterOptions,
  onStack: (stack: Stack) => void,
): Promise<Surroundings> {
  const { env } = await startStack({ ephemeral: true, host }, onStack);
  const variables = {
    kafka: 'KAFKA_BROKERS',
    postgres: 'POSTGRES_URL',
    redis: 'REDIS_URL',
    smtp: 'SMTP_URL',
    shop: 'SHOPIFY_STANDIN_URL',
  } as const;
  const need = (name: string): string => {
    const value = env[name];
    if (value === undefined) throw new Error(`the stack has no ${name}`);
    return value;
  };
  return {
    env,
    at: part => {
      const { hostname, port } = new URL(need(variables[part]).replace(/^(?!\w+:\/\/)/, 'kafka://'));
      return { host: hostname, port: Number(port) };
    },
    inbox: need('INBOX_URL'),
    shop: need('SHOPIFY_STANDIN_URL'),
  };
}
