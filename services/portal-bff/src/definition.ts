import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { migrations } from '../migrations/all.js';
import { type PortalConfig, portalConfig } from './config.js';
import { configureHttp } from './in/http/configure-http.js';
import { PortalBffModule } from './portal-bff.module.js';

export const definition: ServiceDefinition<PortalConfig> = {
  name: 'portal-bff',
  config: portalConfig,
  databaseUrl: config => config.PORTAL_BFF_DATABASE_URL,
  migrations,
  module: PortalBffModule,
  recalls: ['catalogBrands'],
  configure: configureHttp,
};
