import { type ServiceName, services } from '@cairn/contracts/services';
import { describe, expect, it } from '@jest/globals';
import { workloadsOf } from './pods.js';
import { type Outside, openWays, type Way } from './reach.js';
import { objectsOf, profiles } from './render.js';

const named = (name: string) => ({
  matchLabels: { 'kubernetes.io/metadata.name': name },
  matchExpressions: [],
});
const labelled = (matchLabels: Record<string, string>) => ({ matchLabels, matchExpressions: [] });

/** What is beside the release, by the peers that k8s/values.yaml and the chart's own values mean it by. */
const outside: Outside = {
  gateway: { namespaceSelector: named('gateways') },
  prometheus: { namespaceSelector: named('observability') },
  dns: { namespaceSelector: named('kube-system'), podSelector: labelled({ 'k8s-app': 'kube-dns' }) },
  kafka: { podSelector: labelled({ 'strimzi.io/cluster': 'cairn', 'strimzi.io/broker-role': 'true' }) },
  redis: { podSelector: labelled({ 'app.kubernetes.io/name': 'cairn-redis' }) },
  collector: {
    namespaceSelector: labelled({}),
    podSelector: labelled({ 'app.kubernetes.io/name': 'opentelemetry-collector' }),
  },
  internet: {
    ipBlock: {
      cidr: '0.0.0.0/0',
      except: ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'],
    },
  },
  ...Object.fromEntries(
    services.map(service => [
      `database of ${service}`,
      { podSelector: labelled({ 'cnpg.io/cluster': `cairn-${service}-db` }) },
    ]),
  ),
};

/** The map of docs/design.md §1, and what each service needs to run (§3, §4). */
function map(): Way[] {
  const calls: Partial<Record<ServiceName, readonly string[]>> = {
    // "Only portal-bff calls the others over HTTP."
    'portal-bff': services.filter(name => name !== 'portal-bff').map(name => `cairn-${name}:8080`),
    rewards: ['internet:443'],
    notifications: ['internet:587'],
  };
  const own = (name: ServiceName) => [
    ...['dns:53', 'kafka:9093', 'redis:6379', 'collector:4318', `database of ${name}:5432`],
    ...(calls[name] ?? []),
  ];
  return [
    ...services.flatMap(name => own(name).map(to => `cairn-${name} → ${to}` as Way)),
    ...services.map(name => `prometheus → cairn-${name}:9090` as const),
    // "brands' systems, Shopify webhooks, the portal" and "ambassador portal, admin, brands' own front ends".
    ...(['ingestion', 'portal-bff'] as const).map(name => `gateway → cairn-${name}:8080` as const),
    ...services.flatMap(name =>
      ['dns:53', `database of ${name}:5432`].map(to => `cairn-${name}-migrate → ${to}` as Way),
    ),
    ...['dns:53', 'kafka:9093'].map(to => `cairn-topics → ${to}` as Way),
  ].sort();
}

describe('the NetworkPolicies', () => {
  it.each(profiles)('%s: leave open what the map has and nothing else', profile => {
    const objects = objectsOf({ profile, set: ['kafka.createTopics.enabled=true'] });
    expect(openWays(objects, workloadsOf(objects), outside)).toEqual(map());
  });

  it('let portal-bff to the object store, where there is one', () => {
    const bucket = 'media.s3.bucket="brand-media"';
    const objects = objectsOf({ set: [bucket] });
    const more = (set: string[], beside: Outside) => {
      const ways = openWays(objectsOf({ set }), workloadsOf(objects), { ...outside, ...beside });
      return ways.filter(way => !map().includes(way));
    };
    expect(more([bucket], {})).toEqual(['cairn-portal-bff → internet:443']);
    const minio = { podSelector: labelled({ app: 'minio' }) };
    const store = `networkPolicies.objectStore=${JSON.stringify({ to: [{ podSelector: { matchLabels: { app: 'minio' } } }], port: 9000 })}`;
    expect(more([bucket, store], { minio })).toEqual(['cairn-portal-bff → minio:9000']);
  });

  it('of a Job exist when it runs', () => {
    const jobs = objectsOf({}).filter(
      ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name.endsWith('-migrate'),
    );
    expect(jobs).toHaveLength(services.length);
    for (const { metadata } of jobs)
      expect(metadata.annotations).toMatchObject({
        'helm.sh/hook': 'pre-install,pre-upgrade',
        'helm.sh/hook-weight': '-10',
      });
  });

  it('take a service’s own database before that of all', () => {
    const peer = (cidr: string) => `[{"ipBlock":{"cidr":"${cidr}"}}]`;
    const objects = objectsOf({
      set: [
        `networkPolicies.postgres.to=${peer('10.1.0.0/16')}`,
        `services.points.database.peers=${peer('10.1.2.3/32')}`,
      ],
    });
    const ways = openWays(objects, workloadsOf(objects), {
      ...outside,
      'all databases': { ipBlock: { cidr: '10.1.0.0/16', except: [] } },
      'database of points': { ipBlock: { cidr: '10.1.2.3/32', except: [] } },
    });
    expect(ways.filter(way => way.includes('5432') && !way.includes('migrate'))).toEqual(
      services
        .map(name => `cairn-${name} → ${name === 'points' ? 'database of points' : 'all databases'}:5432`)
        .sort(),
    );
  });
});
