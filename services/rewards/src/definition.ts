import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { migrations } from '../migrations/all.js';
import { config, type RewardsConfig } from './config.js';
import { RewardsModule } from './rewards.module.js';

export const definition: ServiceDefinition<RewardsConfig> = {
  name: 'rewards',
  config,
  databaseUrl: settings => settings.REWARDS_DATABASE_URL,
  migrations,
  module: RewardsModule,
  recalls: ['rewards'],
};
