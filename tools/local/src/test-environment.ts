import { fileURLToPath } from 'node:url';
import type { Cairn } from './cairn.js';
import { serviceNames } from './services/service-names.js';
import { s3mockJar } from './stack/paths.js';

/** What the tests find the stack by: `Stack.env` under names that no service reads. */
export function testEnvironment(env: Readonly<Record<string, string>>): Record<string, string> {
  const names: Record<string, string | undefined> = {
    TEST_KAFKA_BROKERS: env.KAFKA_BROKERS,
    TEST_POSTGRES_URL: env.POSTGRES_URL,
    TEST_REDIS_URL: env.REDIS_URL,
    TEST_SMTP_URL: env.SMTP_URL,
    TEST_INBOX_URL: env.INBOX_URL,
    TEST_SHOPIFY_URL: env.SHOPIFY_STANDIN_URL,
    TEST_SHOPIFY_API_KEY: env.SHOPIFY_API_KEY,
    TEST_SHOPIFY_API_SECRET: env.SHOPIFY_API_SECRET,
    TEST_S3MOCK_JAR: s3mockJar(),
    TEST_MEDIA_DIR: env.MEDIA_URL?.startsWith('file:') ? fileURLToPath(env.MEDIA_URL) : undefined,
  };
  return Object.fromEntries(Object.entries(names).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** What black-box tests find the running product by; the stack under it is for those that break something. */
export function cairnTestEnvironment({ stack, urls, urlOf, platformToken }: Cairn): Record<string, string> {
  return {
    ...testEnvironment(stack.env),
    TEST_CAIRN_URL: urls.portal,
    TEST_INGESTION_URL: urls.ingestion,
    TEST_CAIRN_INBOX_URL: urls.inbox ?? '',
    TEST_CAIRN_SHOP_URL: urls.shop ?? '',
    TEST_SERVICE_URLS: serviceNames.map(urlOf).join(' '),
    TEST_PLATFORM_TOKEN: platformToken,
  };
}
