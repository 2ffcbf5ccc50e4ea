import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dashboards } from './dashboards/all.js';
import { dashboardFile } from './files.js';
import { toGrafana } from './grafana/to-grafana.js';

/** `node tools/telemetry/dist/generate.js`: writes the dashboards that the chart and docker-compose.yml take. */
for (const [name, dashboard] of Object.entries(dashboards)) {
  const file = dashboardFile(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(toGrafana(dashboard), null, 2)}\n`);
}
