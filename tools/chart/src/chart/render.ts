import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { chartDir, k8sDir } from '../paths.js';
import { helm } from './tools.js';

export const profiles = ['small', 'standard', 'large'] as const;
export type Profile = (typeof profiles)[number];

/** What has to be given, as it fits what k8s/ installs. */
export const clusterValues = join(k8sDir, 'values.yaml');

/** What every object has; the rest is looked at by who needs it. */
export const kubernetesObject = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
});
export type KubernetesObject = z.infer<typeof kubernetesObject>;

/** `values.yaml` is the profile `standard`. */
export function profileFiles(profile: Profile): string[] {
  return profile === 'standard' ? [] : [join(chartDir, 'profiles', `${profile}.yaml`)];
}

export interface Rendering {
  readonly profile?: Profile;
  /** `a.b=c`, as --set-json takes them. */
  readonly set?: readonly string[];
  readonly chart?: string;
  readonly given?: string;
}

/** The chart as text. @throws Error with what helm said. */
export function rendered({
  profile = 'standard',
  set = [],
  chart = chartDir,
  given = clusterValues,
}: Rendering): string {
  return helm(
    ...['template', 'cairn', chart, '--namespace', 'cairn', '--kube-version', '1.34.0', '-f', given],
    ...profileFiles(profile).flatMap(file => ['-f', file]),
    ...set.flatMap(entry => ['--set-json', entry]),
  );
}

export function objectsIn(text: string): KubernetesObject[] {
  return parseAllDocuments(text)
    .map(document => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS() as unknown;
    })
    .filter(value => value !== null)
    .map(value => kubernetesObject.parse(value));
}

export function objectsOf(rendering: Rendering): KubernetesObject[] {
  return objectsIn(rendered(rendering));
}
