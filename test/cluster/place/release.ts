import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceName, services } from '@cairn/contracts/services';
import { repoRoot } from '@cairn/local/stack/paths';
import { databaseVariable } from '@cairn/local/stack/postgres-databases';
import { z } from 'zod';
import type { ClusterOptions } from '../options.js';
import { attempt, type Outcome } from './command.js';
import type { Kubectl } from './kubectl.js';
import type { Surroundings } from './surroundings.js';

/** Names the release, and so its objects: `cairn-points`. */
const releaseName = 'cairn';
const chart = join(repoRoot, 'helm', 'cairn');

/** Where this machine finds what the release shows to the outside; an Ingress would be in its place. */
const nodePorts = { 'portal-bff': 30_300, ingestion: 30_301 } as const;

/** By `--set`: dots separate names. */
export type Settings = Readonly<Record<string, string | number>>;

const historyEntry = z.object({ revision: z.int(), status: z.string(), description: z.string() });

/** The release of the chart in the cluster. */
export class Release {
  readonly platformToken = randomBytes(24).toString('hex');
  private readonly folder = mkdtempSync(join(tmpdir(), 'cairn-cluster-'));

  constructor(
    private readonly options: ClusterOptions,
    private readonly kubectl: Kubectl,
    private readonly around: Surroundings,
    private readonly profile: 'small' | 'standard' = 'small',
  ) {
    writeFileSync(this.runValues, JSON.stringify(this.values()));
  }

  get portal(): string {
    return `http://${this.options.node}:${nodePorts['portal-bff']}`;
  }

  get ingestion(): string {
    return `http://${this.options.node}:${nodePorts.ingestion}`;
  }

  /** What must be there before a release, and what this machine needs to reach it. */
  async prepare(): Promise<void> {
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    const name = this.kubectl.namespace;
    await this.kubectl
      .in('default')
      .apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }]);
    await this.kubectl.apply([...this.secrets(), ...this.doors()]);
  }

  /** `helm upgrade --install --wait --atomic`, whatever comes of it. `limit`: seconds. */
  async upgrade(settings: Settings = {}, limit = 600): Promise<Outcome> {
    const files = [
      this.profile === 'small' ? ['-f', join(chart, 'profiles', 'small.yaml')] : [],
      ['-f', join(repoRoot, 'test', 'cluster', 'values.yaml')],
      ['-f', this.runValues],
      this.options.values === undefined ? [] : ['-f', this.options.values],
      ...Object.entries(settings).map(([key, value]) => ['--set', `${key}=${value}`]),
    ];
    return await this.helm(
      [
        'upgrade',
        '--install',
        releaseName,
        chart,
        ...files.flat(),
        '--wait',
        '--atomic',
        '--timeout',
        `${limit}s`,
      ],
      (2 * limit + 60) * 1_000,
    );
  }

  /** Every revision, oldest first. */
  async history(): Promise<z.infer<typeof historyEntry>[]> {
    const { stdout } = await this.helm(['history', releaseName, '-o', 'json']);
    return z.array(historyEntry).parse(JSON.parse(stdout));
  }

  /** Ends what the run made, where the cluster stays. */
  async remove(): Promise<void> {
    await this.helm(['uninstall', releaseName, '--wait', '--timeout', '120s'], 130_000);
    await this.kubectl.in('default').run(['delete', 'namespace', this.kubectl.namespace, '--wait=false']);
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private helm(args: readonly string[], limit = 60_000): Promise<Outcome> {
    return attempt('helm', ['-n', this.kubectl.namespace, ...args], { env: this.kubectl.env, limit });
  }

  private get runValues(): string {
    return join(this.folder, 'values.json');
  }

  private values(): object {
    const { options, around } = this;
    const address = (ip: string) => ({ ipBlock: { cidr: `${ip}/32` } });
    const peer = (part: Parameters<Surroundings['at']>[0]) => {
      const { host, port } = around.at(part);
      return { port, to: [address(host)] };
    };
    const { host, port } = around.at('kafka');
    return {
      image: options.images,
      publicUrl: this.portal,
      linkBaseUrl: this.ingestion,
      kafka: { brokers: [`${host}:${port}`] },
      services: { rewards: { env: { SHOPIFY_STANDIN_URL: around.shop } } },
      networkPolicies: {
        enabled: true,
        ingressFrom: [address(options.host)],
        ...Object.fromEntries(
          (['kafka', 'redis', 'postgres', 'smtp'] as const).map(part => [part, peer(part)]),
        ),
      },
    };
  }

  private secrets(): object[] {
    const secret = (name: string, data: Record<string, string>) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name },
      stringData: data,
    });
    const { env } = this.around;
    return [
      secret('cairn-smtp', { url: env.SMTP_URL ?? '' }),
      secret('cairn-redis', { url: env.REDIS_URL ?? '' }),
      secret('cairn-service-tokens', { tokens: randomBytes(24).toString('hex') }),
      secret('cairn-platform-token', { token: this.platformToken }),
      secret('cairn-email-hash-key', { key: randomBytes(24).toString('hex') }),
      secret('cairn-shopify-token-keys', { keys: `cluster:${randomBytes(32).toString('base64')}` }),
      ...services.map(service =>
        secret(`cairn-${service}-db-app`, { uri: env[databaseVariable(service)] ?? '' }),
      ),
    ];
  }

  /** NodePorts in place of an Ingress, and the way to a shop that is no address of the internet. */
  private doors(): object[] {
    const { host, port } = this.around.at('shop');
    return [
      ...Object.entries(nodePorts).map(([service, nodePort]) => ({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `door-${service}` },
        spec: {
          type: 'NodePort',
          selector: selectorOf(service as ServiceName),
          ports: [{ port: 8080, targetPort: 'http', nodePort }],
        },
      })),
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'shop' },
        spec: {
          podSelector: { matchLabels: selectorOf('rewards') },
          policyTypes: ['Egress'],
          egress: [{ to: [{ ipBlock: { cidr: `${host}/32` } }], ports: [{ port }] }],
        },
      },
    ];
  }
}

function selectorOf(service: ServiceName): Record<string, string> {
  return { 'app.kubernetes.io/name': service, 'app.kubernetes.io/instance': releaseName };
}
