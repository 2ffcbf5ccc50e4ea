import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { migrations } from '../migrations/all.js';
import { type PortalConfig, portalConfig } from './config.js';
import { eraseMediaCommand } from './in/commands/erase-media.js';
import { configureHttp } from './in/http/configure-http.js';
import { PortalBffModule } from './portal-bff.module.js';

export const definition: ServiceDefinition<PortalConfig> = {
  name: 'portal-bff',
  config: portalConfig,
  databaseUrl: config => config.PORTAL_BFF_DATABASE_URL,
  migrations,
  module: PortalBffModule,
  commands: { 'erase-media': eraseMediaCommand },
  recalls: ['catalogBrands'],
  // An import is read as fast as milestones takes it, however long that is.
  requestTimeout: 0,
  configure: configureHttp,
};
