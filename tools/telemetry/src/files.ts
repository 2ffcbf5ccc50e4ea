import { fileURLToPath } from 'node:url';

const chartFiles = fileURLToPath(new URL('../../../helm/cairn/files/', import.meta.url));

/** Prometheus rules; the chart and docker-compose.yml take the same file. */
export const alertsFile = `${chartFiles}alerts.yaml`;

export function dashboardFile(name: string): string {
  return `${chartFiles}dashboards/${name}.json`;
}
