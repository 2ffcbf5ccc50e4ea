import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { schemasDir } from '../paths.js';
import { closed, kubernetesSchema } from './json-schema.js';

/**
 * `node make-schemas.js <v1.x.y-local-strict folder> <CRD file>…` writes the schemas that manifests are held against
 * (schemas/README.md says where its arguments come from). Only the kinds that we use.
 */
const kinds = [
  'configmap-v1',
  'namespace-v1',
  'service-v1',
  'serviceaccount-v1',
  'deployment-apps-v1',
  'statefulset-apps-v1',
  'job-batch-v1',
  'horizontalpodautoscaler-autoscaling-v2',
  'ingress-networking-v1',
  'networkpolicy-networking-v1',
  'poddisruptionbudget-policy-v1',
];

const definition = z.object({
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(
      z.object({
        name: z.string(),
        schema: z.object({ openAPIV3Schema: z.record(z.string(), z.unknown()) }),
      }),
    ),
  }),
});

const [kubernetes = '', ...crds] = process.argv.slice(2);
mkdirSync(schemasDir, { recursive: true });
for (const name of kinds) write(name, kubernetesSchema(kubernetes, name));
for (const file of crds) {
  const { group, names, versions } = definition.parse(parse(readFileSync(file, 'utf8'))).spec;
  const newest = versions.find(({ name }) => name === 'v1') ?? versions[0]!;
  const name = [names.kind.toLowerCase(), group.split('.')[0], newest.name].join('-');
  write(name, closed(newest.schema.openAPIV3Schema));
}

function write(name: string, schema: unknown): void {
  writeFileSync(join(schemasDir, `${name}.gen.json`), `${JSON.stringify(schema)}\n`);
}
