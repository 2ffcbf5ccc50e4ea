import { services } from '@cairn/contracts/services';
import { describe, expect, it } from '@jest/globals';
import { secretsOf, workloadsOf } from './pods.js';
import { objectsOf, profiles } from './render.js';

/** Every Secret and key that an operator has to give; README.md of the chart has the same list. */
const requiredSecrets = [
  'cairn-cluster-ca-cert/ca.crt',
  'cairn-email-hash-key/key',
  'cairn-platform-token/token',
  'cairn-redis/url',
  'cairn-service-tokens/tokens',
  'cairn-shopify-token-keys/keys',
  'cairn-smtp/url',
  ...services.flatMap(service => [`cairn-${service}-db-app/uri`, `cairn-${service}/password`]),
].sort();

const topics = ['kafka.createTopics.enabled=true'];

describe.each(profiles)('the pods of the profile %s', profile => {
  const objects = objectsOf({ profile, set: topics });
  const pods = workloadsOf(objects);
  const deployments = pods.filter(({ kind }) => kind === 'Deployment');

  it('are the six services, their migrations and the topics', () => {
    expect(deployments.map(({ name }) => name).sort()).toEqual(services.map(name => `cairn-${name}`).sort());
    expect(
      pods
        .filter(({ kind }) => kind === 'Job')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['cairn-topics', ...services.map(name => `cairn-${name}-migrate`)].sort());
  });

  it.each(pods.map(pod => [pod.name, pod] as const))(
    '%s: may do nothing that it need not',
    (_name, { pod }) => {
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(pod).not.toHaveProperty('hostNetwork');
      expect(pod.serviceAccountName).toMatch(/^cairn-/);
      for (const container of [...pod.containers, ...pod.initContainers]) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources).toEqual({
          requests: { cpu: expect.anything(), memory: expect.any(String) },
          limits: { memory: expect.any(String) },
        });
      }
    },
  );

  it.each(deployments.map(pod => [pod.name, pod] as const))(
    '%s: is exchanged without a lost request',
    (_name, { spec, pod }) => {
      expect(spec.strategy).toEqual({ rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } });
      const [container] = pod.containers;
      for (const probe of [container?.startupProbe, container?.readinessProbe, container?.livenessProbe])
        expect(probe).toBeDefined();
      // The service drains, longer than the three seconds between two looks at its readiness, and all of its stop takes
      // 25 s at most (docs/design.md §7, ADR 32): a preStop would come on top of that.
      expect(container?.lifecycle).toBeUndefined();
      const drain = container?.env.find(({ name }) => name === 'SHUTDOWN_DRAIN')?.value;
      expect(Number(drain)).toBeGreaterThan(3_000);
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(25);
      expect(pod.topologySpreadConstraints?.map(({ topologyKey }) => topologyKey)).toEqual([
        'topology.kubernetes.io/zone',
        'kubernetes.io/hostname',
      ]);
    },
  );

  it('read the Secrets that are asked for and no others', () => {
    const used = new Set(pods.flatMap(secretsOf));
    expect([...used].sort()).toEqual([...requiredSecrets, 'cairn-topics/password'].sort());
  });

  it('run by accounts that exist, and Jobs by what exists before them', () => {
    const accounts = objects.filter(({ kind }) => kind === 'ServiceAccount');
    const hooks = accounts.filter(({ metadata }) => metadata.annotations?.['helm.sh/hook'] !== undefined);
    for (const { kind, pod } of pods)
      expect((kind === 'Job' ? hooks : accounts).map(({ metadata }) => metadata.name)).toContain(
        pod.serviceAccountName,
      );
  });

  it('hold no secret in plain text', () => {
    const plain = pods.flatMap(({ pod }) => pod.containers.flatMap(({ env }) => env));
    const telling = plain.filter(
      ({ name, value }) => value !== undefined && /PASSWORD|TOKEN|KEY|SECRET/.test(name),
    );
    expect(telling.map(({ name }) => name).filter(name => !name.endsWith('_FILE'))).toEqual([]);
    expect(plain.filter(({ value }) => /:\/\/[^/]*@/.test(value ?? ''))).toEqual([]);
    expect(objects.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });
});
