import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { migrations } from '../migrations/all.js';
import { type PointsConfig, pointsConfig } from './config.js';
import { eraseCommand } from './in/commands/erase.js';
import { PointsModule } from './points.module.js';

export const definition: ServiceDefinition<PointsConfig> = {
  name: 'points',
  config: pointsConfig,
  databaseUrl: config => config.POINTS_DATABASE_URL,
  migrations,
  module: PointsModule,
  commands: { erase: eraseCommand },
  recalls: ['entries', 'receipts', 'catalogEarning'],
};
