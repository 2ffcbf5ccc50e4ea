import type { KafkaUsers } from '../stack/kafka-secured.js';
import { databaseVariable } from '../stack/postgres-databases.js';
import type { PortPlan } from './port-plan.js';
import { type ServiceName, serviceNames } from './service-names.js';

export interface ServicesEnvironment {
  /** What every child starts from: PATH and the like, and settings the person gave (OIDC_*, OTEL_*). */
  readonly inherited: NodeJS.ProcessEnv;
  /** `Stack.env`. */
  readonly stack: Readonly<Record<string, string>>;
  readonly ports: PortPlan;
  readonly secrets: ServiceSecrets;
  readonly logLevel: string;
  readonly webDir: string;
  /** With them each service signs in at the secured brokers, as `cairn-<service>`. */
  readonly kafkaUsers?: KafkaUsers;
  /** Given to each service over all else. */
  readonly extra?: Readonly<Record<string, string>>;
}

export interface ServiceSecrets {
  readonly serviceToken: string;
  readonly platformToken: string;
  readonly emailHashKey: string;
  /** 32 bytes in base64 or base64url. */
  readonly shopifyTokenKey: string;
}

/** The environment of one service: what it needs and nothing of the others' databases or keys. */
export function serviceEnvironment(
  name: ServiceName,
  from: ServicesEnvironment,
  port = from.ports.services[name],
): NodeJS.ProcessEnv {
  const { stack, secrets } = from;
  const databaseUrl = databaseVariable(name);
  return {
    ...from.inherited,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    KAFKA_BROKERS: stack.KAFKA_BROKERS,
    [databaseUrl]: stack[databaseUrl],
    REDIS_URL: stack.REDIS_URL,
    SERVICE_TOKEN: secrets.serviceToken,
    LOG_LEVEL: from.logLevel,
    ...onlyOf(name, from),
    ...asKafkaUser(name, from),
    ...from.extra,
  };
}

function asKafkaUser(name: ServiceName, { stack, kafkaUsers }: ServicesEnvironment): NodeJS.ProcessEnv {
  if (kafkaUsers === undefined) return {};
  const username = `cairn-${name}`;
  return {
    KAFKA_BROKERS: stack.KAFKA_SECURED_BROKERS,
    KAFKA_TLS: 'true',
    KAFKA_CA_FILE: stack.KAFKA_CA_FILE,
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_USERNAME: username,
    KAFKA_PASSWORD: kafkaUsers[username],
  };
}

/** The address of a service for its callers, on the loopback interface. */
export function serviceUrl(name: ServiceName, ports: PortPlan): string {
  return `http://127.0.0.1:${ports.services[name]}`;
}

/** The portal's address for people and mails: cookies and OAuth expect a name. */
export function publicUrl(ports: PortPlan): string {
  return `http://localhost:${ports.services['portal-bff']}`;
}

function onlyOf(
  name: ServiceName,
  { stack, secrets, ports, webDir }: ServicesEnvironment,
): NodeJS.ProcessEnv {
  const PUBLIC_URL = publicUrl(ports);
  switch (name) {
    case 'portal-bff':
      return {
        PUBLIC_URL,
        CAIRN_PLATFORM_TOKEN: secrets.platformToken,
        WEB_DIR: webDir,
        MEDIA_URL: stack.MEDIA_URL,
        ...Object.fromEntries(
          serviceNames
            .filter(each => each !== 'portal-bff')
            .map(each => [`${each.toUpperCase()}_URL`, serviceUrl(each, ports)]),
        ),
      };
    case 'ingestion':
      return { EMAIL_HASH_KEY: secrets.emailHashKey, SHOPIFY_API_SECRET: stack.SHOPIFY_API_SECRET };
    case 'points':
      return { EMAIL_HASH_KEY: secrets.emailHashKey };
    case 'milestones':
      return { LINK_BASE_URL: serviceUrl('ingestion', ports).replace('127.0.0.1', 'localhost') };
    case 'rewards':
      return {
        PUBLIC_URL,
        INGESTION_PUBLIC_URL: serviceUrl('ingestion', ports),
        EMAIL_HASH_KEY: secrets.emailHashKey,
        SHOPIFY_STANDIN_URL: stack.SHOPIFY_STANDIN_URL,
        SHOPIFY_API_KEY: stack.SHOPIFY_API_KEY,
        SHOPIFY_API_SECRET: stack.SHOPIFY_API_SECRET,
        SHOPIFY_TOKEN_KEYS: `local:${secrets.shopifyTokenKey}`,
      };
    case 'notifications':
      return { PUBLIC_URL, SMTP_URL: stack.SMTP_URL, MAIL_FROM: 'Cairn <cairn@localhost>' };
    default:
      return {};
  }
}
