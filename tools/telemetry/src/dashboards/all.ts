import type { Dashboard } from '../grafana/dashboard.js';
import { business } from './business.js';
import { journey } from './journey.js';
import { kafka } from './kafka.js';
import { service } from './service.js';

/** By the name of the file: helm/cairn/files/dashboards/<name>.json. */
export const dashboards: Readonly<Record<string, Dashboard>> = { journey, kafka, service, business };
