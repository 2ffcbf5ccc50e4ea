import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { migrations } from '../migrations/all.js';
import { config, type NotificationsConfig } from './config.js';
import { NotificationsModule } from './notifications.module.js';

export const definition: ServiceDefinition<NotificationsConfig> = {
  name: 'notifications',
  config,
  databaseUrl: settings => settings.NOTIFICATIONS_DATABASE_URL,
  migrations,
  module: NotificationsModule,
  recalls: ['notifications'],
};
