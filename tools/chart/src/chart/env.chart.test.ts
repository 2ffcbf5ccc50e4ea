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
/** Read by the OpenTelemetry SDK, not by us. */
const sdk = /^OTEL_/;

const pods = workloadsOf(objectsOf({}));

describe.each(services)('the environment of %s', service => {
  it.each(['', '-migrate'])(`of cairn-${service}%s is what its config reads`, suffix => {
    const pod = pods.find(({ name }) => name === `cairn-${service}${suffix}`)!;
    const env = pod.pod.containers[0]!.env.filter(({ name }) => !sdk.test(name));
    const unknown = env.map(({ name }) => name).filter(name => !(name in configs[service].shape));
    expect(unknown).toEqual([]);
    const values = Object.fromEntries(
      env.map(({ name, value }) => [
        name,
        value ?? (name.endsWith('_URL') ? 'x://host/' : 'from-a-secret-of-32-characters'),
      ]),
    );
    const parsed = configs[service].safeParse({ ...fromImage, ...values });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});
