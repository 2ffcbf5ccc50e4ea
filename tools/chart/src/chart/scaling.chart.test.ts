import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, services } from '@cairn/contracts/services';
import { type TopicDefinition, topics } from '@cairn/contracts/topics';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { k8sDir } from '../paths.js';
import { workloadsOf } from './pods.js';
import { type KubernetesObject, objectsIn, objectsOf, profiles } from './render.js';

const behavior = z.object({
  scaleUp: z.object({ policies: z.array(z.object({ type: z.literal('Pods'), value: z.literal(1) })) }),
  scaleDown: z.object({ stabilizationWindowSeconds: z.number(), policies: z.array(z.looseObject({})) }),
});
const hpa = z.object({
  scaleTargetRef: z.looseObject({ name: z.string() }),
  minReplicas: z.number(),
  maxReplicas: z.number(),
  behavior,
});
const scaledObject = z.object({
  scaleTargetRef: z.object({ name: z.string() }),
  cooldownPeriod: z.number(),
  minReplicaCount: z.number(),
  maxReplicaCount: z.number(),
  advanced: z.object({ horizontalPodAutoscalerConfig: z.object({ behavior }) }),
  triggers: z.array(
    z.object({
      type: z.literal('kafka'),
      metadata: z.record(z.string(), z.string()),
      authenticationRef: z.object({ name: z.string() }).optional(),
    }),
  ),
});
const pdb = z.object({
  maxUnavailable: z.number(),
  selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
});
const cluster = z.object({
  postgresql: z.object({ parameters: z.object({ max_connections: z.coerce.number() }) }),
});

const of = (objects: readonly KubernetesObject[], kind: string) => objects.filter(each => each.kind === kind);

/** The most partitions of a topic that the service reads in its main group: more replicas would idle. */
function partitionsOf(service: ServiceName): number {
  const read = Object.values<TopicDefinition>(topics).filter(({ consumers }) => consumers.includes(service));
  return Math.max(...read.map(({ partitions }) => partitions));
}

describe.each(profiles)('the profile %s', profile => {
  const objects = objectsOf({ profile });
  const deployments = workloadsOf(objects).filter(({ kind }) => kind === 'Deployment');
  const hpas = of(objects, 'HorizontalPodAutoscaler').map(({ spec }) => hpa.parse(spec));
  const scaled = of(objects, 'ScaledObject').map(({ spec }) => scaledObject.parse(spec));
  const most = (name: string, replicas: number | undefined) =>
    hpas.find(each => each.scaleTargetRef.name === name)?.maxReplicas ??
    scaled.find(each => each.scaleTargetRef.name === name)?.maxReplicaCount ??
    replicas ??
    Number.NaN;

  it('scales each service by one thing, or says how many there are', () => {
    const targets = [...hpas, ...scaled].map(({ scaleTargetRef }) => scaleTargetRef.name);
    const fixed = deployments.filter(({ spec }) => spec.replicas !== undefined).map(({ name }) => name);
    expect([...targets, ...fixed].sort()).toEqual(services.map(name => `cairn-${name}`).sort());
    if (profile !== 'small') {
      expect(hpas.map(({ scaleTargetRef }) => scaleTargetRef.name).sort()).toEqual([
        'cairn-ingestion',
        'cairn-portal-bff',
      ]);
    }
  });

  it('has one pod more or less at a time, and none less within five minutes', () => {
    const behaviors = [
      ...hpas.map(each => each.behavior),
      ...scaled.map(({ advanced }) => advanced.horizontalPodAutoscalerConfig.behavior),
    ];
    for (const { scaleDown } of behaviors)
      expect(scaleDown.stabilizationWindowSeconds).toBeGreaterThanOrEqual(300);
    for (const { cooldownPeriod } of scaled) expect(cooldownPeriod).toBeGreaterThanOrEqual(300);
  });

  it('asks for the lag of the group that a consumer is in, by the one way in', () => {
    for (const { scaleTargetRef, triggers } of scaled)
      expect(triggers).toEqual([
        {
          type: 'kafka',
          metadata: {
            bootstrapServers: 'cairn-kafka-bootstrap:9093',
            consumerGroup: scaleTargetRef.name.replace('cairn-', 'cairn.'),
            lagThreshold: expect.any(String),
            offsetResetPolicy: 'earliest',
            sasl: 'scram_sha512',
            tls: 'enable',
          },
          authenticationRef: { name: 'cairn-lag' },
        },
      ]);
    const auth = of(objects, 'TriggerAuthentication');
    expect(auth.map(({ metadata, spec }) => [metadata.name, spec])).toEqual(
      scaled.length === 0
        ? []
        : [
            [
              'cairn-lag',
              {
                configMapTargetRef: [{ parameter: 'username', name: 'cairn-lag', key: 'username' }],
                secretTargetRef: [
                  { parameter: 'password', name: 'cairn-keda', key: 'password' },
                  { parameter: 'ca', name: 'cairn-cluster-ca-cert', key: 'ca.crt' },
                ],
              },
            ],
          ],
    );
  });

  it.each(services.filter(name => name !== 'ingestion'))(
    'gives no replica of %s nothing to read',
    service => {
      const { name, spec } = deployments.find(each => each.name === `cairn-${service}`)!;
      expect(most(name, spec.replicas)).toBeLessThanOrEqual(partitionsOf(service));
    },
  );

  it.each(services)('lets a node be drained under %s', service => {
    const { metadata, spec } = of(objects, 'PodDisruptionBudget').find(
      each => each.metadata.name === `cairn-${service}`,
    )!;
    const { maxUnavailable, selector } = pdb.parse(spec);
    expect([metadata.name, maxUnavailable]).toEqual([`cairn-${service}`, 1]);
    const meant = workloadsOf(objects).filter(({ labels }) =>
      Object.entries(selector.matchLabels).every(([key, value]) => labels[key] === value),
    );
    expect(meant.map(({ kind, name }) => `${kind} ${name}`)).toEqual([`Deployment cairn-${service}`]);
  });

  it.each(services)('fits into the connections of %s’s database', service => {
    const { name, spec, pod } = deployments.find(each => each.name === `cairn-${service}`)!;
    const pool = Number(pod.containers[0]?.env.find(each => each.name === 'DATABASE_POOL')?.value);
    const database = objectsIn(readFileSync(join(k8sDir, 'postgres', `${service}.yaml`), 'utf8')).find(
      ({ kind }) => kind === 'Cluster',
    )!;
    const { max_connections: allowed } = cluster.parse(database.spec).postgresql.parameters;
    // One more while it is rolled; two sessions beside the pool, of the relay and LISTEN; ten for the operator.
    expect((most(name, spec.replicas) + 1) * (pool + 2)).toBeLessThanOrEqual(allowed - 10);
  });
});
