import { join } from 'node:path';
import { z } from 'zod';
import { schemasDir } from '../paths.js';
import { kubeconform } from './tools.js';

const report = z.object({
  resources: z.array(z.object({ kind: z.string(), name: z.string(), status: z.string(), msg: z.string() })),
  summary: z.object({ valid: z.number(), invalid: z.number(), errors: z.number(), skipped: z.number() }),
});

const location = join(schemasDir, '{{.ResourceKind}}{{.KindSuffix}}.gen.json');

/** What kubeconform finds wrong with manifests, an entry an object; a kind without a schema is wrong too. */
export function validated(manifests: string): string[] {
  const said = kubeconform(
    manifests,
    ...['-strict', '-output', 'json', '-summary', '-schema-location', location, '-'],
  );
  return report
    .parse(JSON.parse(said))
    .resources.filter(({ status }) => status !== 'statusValid' && status !== 'statusEmpty')
    .map(({ kind, name, msg }) => `${kind} ${name}: ${msg}`);
}
