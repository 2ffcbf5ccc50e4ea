import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '@cairn/contracts/services';
import { repoRoot } from '@cairn/local/stack/paths';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const part = z.looseObject({
  image: z.string(),
  profiles: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.unknown()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).default({}),
});
const read = z
  .object({ services: z.record(z.string(), part), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(readFileSync(join(repoRoot, 'docker-compose.yml'), 'utf8'), { merge: true }));
const parts = Object.entries(read.services);
const ours = parts.filter(([, { image }]) => image.startsWith('cairn/'));

describe('docker-compose.yml', () => {
  it('has the six, each after its own migration, the topics, Kafka and Redis', () => {
    for (const name of services) {
      expect(read.services[name]?.depends_on).toMatchObject({
        [`migrate-${name}`]: { condition: 'service_completed_successfully' },
        topics: { condition: 'service_completed_successfully' },
        kafka: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
      expect(read.services[name]).toHaveProperty('healthcheck');
    }
  });

  it('lets each service into its own database alone', () => {
    for (const name of services) {
      const role = name.replace('-', '_');
      const urls = Object.entries(read.services[name]?.environment ?? {}).filter(([key]) =>
        key.endsWith('_DATABASE_URL'),
      );
      expect(urls).toEqual([
        [
          `${role.toUpperCase()}_DATABASE_URL`,
          expect.stringMatching(`^postgres://${role}:.*@postgres/${role}$`),
        ],
      ]);
    }
  });

  it('listens on the loopback address alone', () => {
    for (const port of parts.flatMap(([, { ports }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it.each(ours)('%s writes to nothing but /tmp and its volume, and may nothing', (_, container) => {
    expect(container).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    for (const volume of container.volumes) expect(volume).toMatch(/^\w+:\/data$/);
  });

  it('runs the Kafka that `npm start` runs', () => {
    const pom = readFileSync(join(repoRoot, 'tools', 'local', 'kafka', 'pom.xml'), 'utf8');
    const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(pom)?.[1];
    expect(read.services.kafka?.image).toBe(`apache/kafka:${version}`);
  });

  it('starts telemetry under its profile alone', () => {
    const telemetry = parts.filter(([, { profiles }]) => profiles.length > 0);
    expect(telemetry.map(([name]) => name).sort()).toEqual([
      'grafana',
      'otel-collector',
      'prometheus',
      'tempo',
    ]);
    for (const [, { profiles }] of telemetry) expect(profiles).toEqual(['observability']);
  });
});
