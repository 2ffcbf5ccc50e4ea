import { describe, expect, it } from '@jest/globals';
import { portPlan } from './port-plan.js';
import { serviceEnvironment } from './service-environment.js';
import { serviceNames } from './service-names.js';

const databases = Object.fromEntries(
  serviceNames.map(name => [`${name.replaceAll('-', '_').toUpperCase()}_DATABASE_URL`, `postgres://${name}`]),
);
const from = {
  inherited: { PATH: '/bin' },
  stack: {
    ...databases,
    KAFKA_BROKERS: '127.0.0.1:9092',
    REDIS_URL: 'redis://127.0.0.1:6379',
    SMTP_URL: 'smtp://127.0.0.1:1025',
    POSTGRES_URL: 'postgres://superuser',
  },
  ports: portPlan('4000'),
  secrets: { serviceToken: 's', platformToken: 'p', emailHashKey: 'e', shopifyTokenKey: 't' },
  logLevel: 'info',
  webDir: '/web',
};

describe('serviceEnvironment', () => {
  it.each(serviceNames)('gives %s no database but its own', name => {
    const seen = Object.entries(serviceEnvironment(name, from)).filter(([, value]) =>
      value?.startsWith('postgres:'),
    );
    expect(seen.map(([, value]) => value)).toEqual([`postgres://${name}`]);
  });

  it('tells portal-bff where the other five are', () => {
    expect(serviceEnvironment('portal-bff', from)).toMatchObject({
      PORT: '4000',
      PUBLIC_URL: 'http://localhost:4000',
      INGESTION_URL: 'http://127.0.0.1:4001',
      POINTS_URL: 'http://127.0.0.1:4002',
      MILESTONES_URL: 'http://127.0.0.1:4003',
      REWARDS_URL: 'http://127.0.0.1:4004',
      NOTIFICATIONS_URL: 'http://127.0.0.1:4005',
      CAIRN_PLATFORM_TOKEN: 'p',
    });
  });

  it('2.11 gives the key of e-mail hashes to those who make them, the same', () => {
    expect(serviceEnvironment('points', from)).toMatchObject({ EMAIL_HASH_KEY: 'e' });
    expect(serviceEnvironment('ingestion', from)).toMatchObject({ EMAIL_HASH_KEY: 'e' });
  });

  it('keeps the keys of one service from the others', () => {
    const points = serviceEnvironment('points', from);
    expect(points).not.toHaveProperty('CAIRN_PLATFORM_TOKEN');
    expect(serviceEnvironment('milestones', from)).not.toHaveProperty('EMAIL_HASH_KEY');
    expect(points).not.toHaveProperty('SMTP_URL');
    expect(points).not.toHaveProperty('SHOPIFY_TOKEN_KEYS');
    expect(serviceEnvironment('rewards', from)).toMatchObject({ SHOPIFY_TOKEN_KEYS: 'local:t' });
  });
});
