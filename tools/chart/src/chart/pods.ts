import { z } from 'zod';
import type { KubernetesObject } from './render.js';

const quantities = z.object({
  cpu: z.union([z.string(), z.number()]).optional(),
  memory: z.string().optional(),
});
const probe = z.looseObject({ periodSeconds: z.number(), failureThreshold: z.number().optional() });
const keyRef = z.object({ name: z.string(), key: z.string() });

const container = z.looseObject({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()).optional(),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.boolean(),
    readOnlyRootFilesystem: z.boolean(),
    capabilities: z.object({ drop: z.array(z.string()) }),
  }),
  resources: z.object({ requests: quantities, limits: quantities }),
  env: z
    .array(
      z.object({
        name: z.string(),
        value: z.string().optional(),
        valueFrom: z.object({ secretKeyRef: keyRef }).optional(),
      }),
    )
    .default([]),
  startupProbe: probe.optional(),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
  lifecycle: z.unknown().optional(),
});
export type Container = z.infer<typeof container>;

const pod = z.looseObject({
  serviceAccountName: z.string().optional(),
  automountServiceAccountToken: z.boolean(),
  terminationGracePeriodSeconds: z.number().optional(),
  securityContext: z.looseObject({
    runAsNonRoot: z.boolean(),
    runAsUser: z.number(),
    seccompProfile: z.object({ type: z.string() }),
  }),
  topologySpreadConstraints: z.array(z.looseObject({ topologyKey: z.string() })).optional(),
  volumes: z
    .array(
      z.looseObject({
        name: z.string(),
        secret: z
          .object({ secretName: z.string(), items: z.array(z.object({ key: z.string(), path: z.string() })) })
          .optional(),
      }),
    )
    .default([]),
  containers: z.array(container),
  initContainers: z.array(container).default([]),
});

const template = z.object({
  metadata: z.object({ labels: z.record(z.string(), z.string()) }),
  spec: pod,
});

const withTemplate = z.looseObject({
  replicas: z.number().optional(),
  strategy: z
    .object({ rollingUpdate: z.object({ maxUnavailable: z.number(), maxSurge: z.number() }) })
    .optional(),
  template,
});

export interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: z.infer<typeof withTemplate>;
  readonly pod: z.infer<typeof pod>;
}

/** Whatever makes pods. @throws ZodError where one lacks what every pod of ours must have */
export function workloadsOf(objects: readonly KubernetesObject[]): Workload[] {
  return objects
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))
    .map(({ kind, metadata, spec }) => {
      const parsed = withTemplate.parse(spec);
      return {
        kind,
        name: metadata.name,
        labels: parsed.template.metadata.labels,
        spec: parsed,
        pod: parsed.template.spec,
      };
    });
}

/** `secret/key` of each Secret that the pods read. */
export function secretsOf({ pod }: Workload): string[] {
  return [
    ...pod.containers.flatMap(({ env }) =>
      env.flatMap(({ valueFrom }) =>
        valueFrom === undefined ? [] : [`${valueFrom.secretKeyRef.name}/${valueFrom.secretKeyRef.key}`],
      ),
    ),
    ...pod.volumes.flatMap(({ secret }) =>
      secret === undefined ? [] : secret.items.map(({ key }) => `${secret.secretName}/${key}`),
    ),
  ];
}
