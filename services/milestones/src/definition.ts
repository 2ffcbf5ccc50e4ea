import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { migrations } from '../migrations/all.js';
import { config, type MilestonesConfig } from './config.js';
import { rebuildCommand } from './in/commands/rebuild.js';
import { MilestonesModule } from './milestones.module.js';

/** Bytes: an import call carries up to 1,000 ambassadors with addresses. */
const bodyLimit = 5 * 1024 * 1024;

export const definition: ServiceDefinition<MilestonesConfig> = {
  name: 'milestones',
  config,
  databaseUrl: settings => settings.MILESTONES_DATABASE_URL,
  migrations,
  module: MilestonesModule,
  commands: { rebuild: rebuildCommand },
  recalls: ['milestones', 'catalogPrograms', 'catalogAmbassadors'],
  bodyLimit,
};
