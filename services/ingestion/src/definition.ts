import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { migrations } from '../migrations/all.js';
import { type IngestionConfig, ingestionConfig } from './config.js';
import { configureHttp } from './in/http/configure-http.js';
import { IngestionModule } from './ingestion.module.js';

export const definition: ServiceDefinition<IngestionConfig> = {
  name: 'ingestion',
  config: ingestionConfig,
  databaseUrl: config => config.INGESTION_DATABASE_URL,
  migrations,
  module: IngestionModule,
  // api.md, Ingestion: 413 over 5 MB.
  bodyLimit: 5 * 1_024 * 1_024,
  // A stream may take as long as it likes, as long as something comes: it has an idle limit of its own.
  requestTimeout: 0,
  configure: configureHttp,
};
