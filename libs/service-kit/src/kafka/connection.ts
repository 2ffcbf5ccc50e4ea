import type { ConnectionOptions } from 'node:tls';
import type { SASLOptions } from 'kafkajs';
import { z } from 'zod';
import { ConfigError, settingFile } from '../config/load-config.js';

const list = z.string().transform(text => text.split(',').map(part => part.trim()));

/** How the brokers are reached; a part of every service's environment. */
export const kafkaEnvironment = {
  KAFKA_BROKERS: list,
  /** `true`: TLS, the broker's certificate checked against KAFKA_CA_FILE or, without it, the public authorities. */
  KAFKA_TLS: z.stringbool().default(false),
  /** A PEM file. */
  KAFKA_CA_FILE: z.string().min(1).optional(),
  /** Without it nobody signs in. */
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_USERNAME: z.string().min(1).optional(),
  KAFKA_PASSWORD: z.string().min(1).optional(),
  /** A file that holds the password, in place of KAFKA_PASSWORD. */
  KAFKA_PASSWORD_FILE: z.string().min(1).optional(),
};

export type KafkaEnvironment = z.infer<ReturnType<typeof z.object<typeof kafkaEnvironment>>>;

/** What a kafkajs client connects by. */
export interface KafkaConnection {
  brokers: readonly string[];
  ssl?: ConnectionOptions;
  sasl?: SASLOptions;
}

/** @throws ConfigError where the settings do not fit each other, or a file cannot be read. */
export function kafkaConnection(env: KafkaEnvironment): KafkaConnection {
  return { brokers: env.KAFKA_BROKERS, ...tlsOf(env), ...saslOf(env) };
}

function tlsOf({ KAFKA_TLS, KAFKA_CA_FILE }: KafkaEnvironment): Pick<KafkaConnection, 'ssl'> {
  if (KAFKA_TLS)
    return { ssl: KAFKA_CA_FILE === undefined ? {} : { ca: settingFile('KAFKA_CA_FILE', KAFKA_CA_FILE) } };
  if (KAFKA_CA_FILE !== undefined) throw new ConfigError('KAFKA_CA_FILE is set: set KAFKA_TLS=true with it');
  return {};
}

function saslOf(env: KafkaEnvironment): Pick<KafkaConnection, 'sasl'> {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_USERNAME: username } = env;
  if (mechanism === undefined) {
    if (username !== undefined)
      throw new ConfigError('KAFKA_USERNAME is set: set KAFKA_SASL_MECHANISM with it');
    return {};
  }
  if (username === undefined)
    throw new ConfigError('KAFKA_SASL_MECHANISM is set: set KAFKA_USERNAME with it');
  return { sasl: { mechanism, username, password: passwordOf(env) } };
}

function passwordOf({ KAFKA_PASSWORD, KAFKA_PASSWORD_FILE }: KafkaEnvironment): string {
  const password =
    KAFKA_PASSWORD_FILE === undefined
      ? KAFKA_PASSWORD
      : settingFile('KAFKA_PASSWORD_FILE', KAFKA_PASSWORD_FILE).trim();
  if (!password)
    throw new ConfigError('KAFKA_USERNAME is set: set KAFKA_PASSWORD or KAFKA_PASSWORD_FILE with it');
  return password;
}
