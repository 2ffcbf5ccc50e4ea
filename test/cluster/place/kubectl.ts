import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceName, services } from '@cairn/contracts/services';
import { z } from 'zod';
import { attempt, command, type Outcome } from './command.js';

export const namespace = 'cairn';

const podList = z.object({
  items: z.array(
    z.object({
      metadata: z.object({
        name: z.string(),
        labels: z.looseObject({ 'app.kubernetes.io/name': z.enum(services) }),
        deletionTimestamp: z.string().optional(),
      }),
      spec: z.object({
        nodeName: z.string().optional(),
        containers: z.array(z.object({ image: z.string() })),
      }),
      status: z.object({
        podIP: z.string().optional(),
        conditions: z.array(z.object({ type: z.string(), status: z.string() })).default([]),
        containerStatuses: z.array(z.object({ restartCount: z.int() })).default([]),
      }),
    }),
  ),
});

export interface Pod {
  readonly name: string;
  readonly service: ServiceName;
  readonly ip: string;
  readonly node: string;
  readonly image: string;
  readonly isReady: boolean;
  /** It has been told to end. */
  readonly isEnding: boolean;
  readonly restarts: number;
}

/** One namespace of the cluster, by kubectl. */
export class Kubectl {
  constructor(
    readonly env: NodeJS.ProcessEnv,
    readonly namespace: string,
  ) {}

  in(other: string): Kubectl {
    return new Kubectl(this.env, other);
  }

  /** What a command wrote. @throws Error unless its exit code is 0. */
  async run(args: readonly string[], input?: string, limit = 120_000): Promise<string> {
    return await command('kubectl', ['-n', this.namespace, ...args], this.options(input, limit));
  }

  /** As {@link run}, whatever its exit code. */
  async attempt(args: readonly string[], input?: string, limit = 120_000): Promise<Outcome> {
    return await attempt('kubectl', ['-n', this.namespace, ...args], this.options(input, limit));
  }

  async apply(manifests: readonly object[]): Promise<void> {
    const list = { apiVersion: 'v1', kind: 'List', items: manifests };
    await this.run(['apply', '-f', '-'], JSON.stringify(list));
  }

  /** The running pods of the six services, or of those that a selector has. */
  async pods(selector = 'app.kubernetes.io/part-of=cairn,pod-template-hash'): Promise<Pod[]> {
    const text = await this.run(['get', 'pods', '-l', selector, '-o', 'json']);
    return podList.parse(JSON.parse(text)).items.map(({ metadata, spec, status }) => ({
      name: metadata.name,
      service: metadata.labels['app.kubernetes.io/name'],
      ip: status.podIP ?? '',
      node: spec.nodeName ?? '',
      image: spec.containers[0]?.image ?? '',
      isReady: status.conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True'),
      isEnding: metadata.deletionTimestamp !== undefined,
      restarts: status.containerStatuses.reduce((sum, { restartCount }) => sum + restartCount, 0),
    }));
  }

  /** Waits until every Deployment named (default: all) has what it should have, and none too many. `limit`: ms. */
  async rolledOut(deployments?: readonly string[], limit = 600_000): Promise<void> {
    const names =
      deployments ??
      (await this.run(['get', 'deployments', '-o', 'name'])).trim().split('\n').filter(Boolean);
    for (const name of names) {
      const target = name.includes('/') ? name : `deployment/${name}`;
      await this.run(['rollout', 'status', target, `--timeout=${limit / 1_000}s`], undefined, limit + 10_000);
    }
  }

  /** Runs a script in a pod's own node, whose image has no shell. Returns what it wrote. */
  async node(pod: string, script: string, ...args: string[]): Promise<string> {
    return await this.run(['exec', pod, '--', '/usr/local/bin/node', '-e', script, ...args]);
  }

  /** Waits until pods that were told to end have ended. */
  async gone(names: readonly string[], limit = 120_000): Promise<void> {
    const giveUpAt = Date.now() + limit;
    for (;;) {
      const left = (await this.pods()).filter(({ name }) => names.includes(name));
      if (left.length === 0) return;
      if (Date.now() > giveUpAt) throw new Error(`still there: ${left.map(({ name }) => name).join(', ')}`);
      await pause(500);
    }
  }

  private options(input: string | undefined, limit: number) {
    return { env: this.env, limit, ...(input === undefined ? {} : { input }) };
  }
}
