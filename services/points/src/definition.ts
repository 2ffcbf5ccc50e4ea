import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import type { z } from 'zod';
import { migrations } from '../migrations/all.js';
import { pointsConfig } from './config.js';
import { PointsModule } from './points.module.js';

export const definition: ServiceDefinition<z.infer<typeof pointsConfig>> = {
  name: 'points',
  config: pointsConfig,
  databaseUrl: config => config.POINTS_DATABASE_URL,
  migrations,
  module: PointsModule,
  recalls: ['entries', 'receipts', 'catalogEarning'],
};
