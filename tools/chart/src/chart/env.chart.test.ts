import { type ServiceName, services } from '@cairn/contracts/services';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { ingestionConfig } from '../../../../services/ingestion/src/config.js';
import { config as milestonesConfig } from '../../../../services/milestones/src/config.js';
import { config as notificationsConfig } from '../../../../services/notifications/src/config.js';
import { pointsConfig } from '../../../../services/points/src/config.js';
import { portalConfig } from '../../../../services/portal-bff/src/config.js';
import { config as rewardsConfig } from '../../../../services/rewards/src/config.js';
import { workloadsOf } from './pods.js';
import { objectsOf } from './render.js';

const configs: Record<ServiceName, z.ZodObject> = {
  ingestion: ingestionConfig,
  points: pointsConfig,
  milestones: milestonesConfig,
  rewards: rewardsConfig,
  notifications: notificationsConfig,
  'portal-bff': portalConfig,
};

/** What the image says already (Dockerfile). */
const fromImage = { HOST: '0.0.0.0', PORT: '8080' };
/** Read by the SDKs of OpenTelemetry and of the object store, not by us. */
const sdk = /^(OTEL|AWS)_/;

const media = (s3: object) => `media.s3=${JSON.stringify({ bucket: 'brand-media', ...s3 })}`;
const pods = workloadsOf(
  objectsOf({ set: [media({ prefix: 'cairn', endpoint: 'http://minio:9000', pathStyle: true })] }),
);

/** What a Secret of that name would hold. */
function secretLike(name: string): string {
  if (name.endsWith('_KEYS')) return `a:${Buffer.alloc(32).toString('base64')}`;
  return name.endsWith('_URL') ? 'x://host/' : 'from-a-secret-of-32-characters';
}

describe.each(services)('the environment of %s', service => {
  it.each(['', '-migrate'])(`of cairn-${service}%s is what its config reads`, suffix => {
    const pod = pods.find(({ name }) => name === `cairn-${service}${suffix}`)!;
    const env = pod.pod.containers[0]!.env.filter(({ name }) => !sdk.test(name));
    const unknown = env.map(({ name }) => name).filter(name => !(name in configs[service].shape));
    expect(unknown).toEqual([]);
    const values = Object.fromEntries(env.map(({ name, value }) => [name, value ?? secretLike(name)]));
    const parsed = configs[service].safeParse({ ...fromImage, ...values });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

describe('where photos and videos are kept', () => {
  const envOf = (...set: string[]) =>
    workloadsOf(objectsOf({ set })).find(({ name }) => name === 'cairn-portal-bff')!.pod.containers[0]!.env;
  const settings = (...set: string[]) => {
    const env = envOf(...set).filter(({ name }) => /^(MEDIA|AWS)_/.test(name));
    return Object.fromEntries(env.map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));
  };

  it('is said to portal-bff as it reads it, with the limits in bytes', () => {
    const given = settings(
      media({ prefix: 'cairn/one', region: 'eu-west-1', endpoint: 'http://minio:9000', pathStyle: true }),
      'media.videoMegabytes=5000',
    );
    expect(given).toEqual({
      MEDIA_URL: 's3://brand-media/cairn/one?region=eu-west-1&endpoint=http://minio:9000&path-style=true',
      MEDIA_PHOTO_BYTES: '20000000',
      MEDIA_VIDEO_BYTES: '5000000000',
      MEDIA_DAILY_BYTES: '1000000000',
    });
    expect(portalConfig.shape.MEDIA_URL.parse(given.MEDIA_URL)).toEqual({
      kind: 's3',
      bucket: 'brand-media',
      prefix: 'cairn/one/',
      region: 'eu-west-1',
      endpoint: 'http://minio:9000',
      pathStyle: true,
    });
  });

  it('comes with the Secret that is named, and is not there without a bucket', () => {
    expect(settings(media({ credentialsSecret: { name: 'media' } }))).toMatchObject({
      AWS_ACCESS_KEY_ID: { secretKeyRef: { name: 'media', key: 'access-key-id' } },
      AWS_SECRET_ACCESS_KEY: { secretKeyRef: { name: 'media', key: 'secret-access-key' } },
    });
    expect(settings()).toEqual({});
  });
});
