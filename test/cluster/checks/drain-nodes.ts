import { setTimeout as pause } from 'node:timers/promises';
import { services } from '@cairn/contracts/services';
import { z } from 'zod';
import { Release } from '../place/release.js';
import { type Check, must, type World } from './check.js';

const simulated = 'type=kwok';

const deployments = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({ replicas: z.int() }),
      status: z.object({ readyReplicas: z.int().default(0) }),
    }),
  ),
});

/**
 * The profile `standard` on simulated nodes, whose scheduler and controllers are real and whose containers are not: where its
 * pods stand, and that a drain of one node after the other takes one pod of a service at a time.
 */
export const drainNodes: Check = {
  name: 'drain nodes',
  run: async world => {
    const kubectl = world.kubectl.in('spread');
    const nodes = (await kubectl.run(['get', 'nodes', '-l', simulated, '-o', 'name'])).trim().split('\n');
    if (nodes[0] === '') {
      world.say('left out: the cluster has no simulated nodes');
      return;
    }
    const spread = {
      ...world,
      kubectl,
      release: new Release(world.options, kubectl, world.around, 'standard'),
    };
    const alive = keepAlive(
      spread,
      nodes.map(node => node.replace('node/', '')),
    );
    try {
      await install(spread);
      await isSpread(spread);
      for (const node of nodes) await drain(spread, node);
      world.say(
        `${nodes.length} nodes drained one after the other; no service was short of more than one pod`,
      );
    } finally {
      await alive.end();
      for (const node of nodes) await kubectl.attempt(['uncordon', node]);
      await spread.release.remove();
      spread.release.forget();
    }
  },
};

/**
 * Renews the leases of simulated nodes, whose kubelet reports so seldom that a busy machine's controllers take them for dead;
 * then their pods are unready for good.
 */
function keepAlive({ kubectl }: World, names: readonly string[]): { end(): Promise<void> } {
  const leases = kubectl.in('kube-node-lease');
  const stop = new AbortController();
  const renew = () =>
    leases.apply(
      names.map(name => ({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: { name },
        spec: {
          holderIdentity: name,
          leaseDurationSeconds: 40,
          renewTime: new Date().toISOString().replace('Z', '000Z'),
        },
      })),
    );
  const renewing = (async () => {
    while (!stop.signal.aborted) {
      await renew().catch(() => undefined);
      await pause(5_000, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return {
    end: async () => {
      stop.abort();
      await renewing;
      await leases.attempt(['delete', 'lease', ...names, '--ignore-not-found']);
    },
  };
}

async function install({ kubectl, release, say }: World): Promise<void> {
  const metadata = { name: kubectl.namespace };
  await kubectl.in('default').apply([{ apiVersion: 'v1', kind: 'Namespace', metadata }]);
  const { code, stderr } = await release.upgrade({
    // The metrics and the operator that these scale by are not there.
    ...Object.fromEntries(services.map(service => [`services.${service}.autoscaling.enabled`, 'false'])),
    'nodeSelector.type': 'kwok',
    'tolerations[0].key': 'kwok.x-k8s.io/node',
    'tolerations[0].operator': 'Exists',
    // Nobody listens on simulated addresses: the Job that makes topics would find none.
    'kafka.createTopics.enabled': 'false',
  });
  must(code === 0, `helm: ${stderr}`);
  say('profile standard installed on simulated nodes');
}

async function isSpread({ kubectl, say }: World): Promise<void> {
  const pods = await kubectl.pods();
  for (const service of services) {
    const on = pods.filter(pod => pod.service === service).map(({ node }) => node);
    must(new Set(on).size === on.length, `${service} stands on ${on.join(', ')}`);
  }
  say(`${pods.length} pods, no two of a service on one node or in one zone`);
}

/** @throws Error where the drain does not end, or a service has two pods too few meanwhile. */
async function drain({ kubectl }: World, node: string): Promise<void> {
  const short: string[] = [];
  const draining = kubectl.run([
    'drain',
    node,
    '--ignore-daemonsets',
    '--delete-emptydir-data',
    '--timeout=120s',
  ]);
  let done = false;
  const watching = (async () => {
    while (!done) {
      const { items } = deployments.parse(
        JSON.parse(await kubectl.run(['get', 'deployments', '-o', 'json'])),
      );
      for (const { metadata, spec, status } of items) {
        if (status.readyReplicas < spec.replicas - 1) short.push(`${metadata.name} ${status.readyReplicas}`);
      }
    }
  })();
  try {
    await draining;
    await kubectl.rolledOut(undefined, 120_000);
  } finally {
    done = true;
    await watching;
  }
  must(short.length === 0, `while ${node} was drained: ${short.join(', ')}`);
  await kubectl.run(['uncordon', node]);
}
