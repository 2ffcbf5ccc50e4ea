import { type ServiceName, services } from '@cairn/contracts/services';
import { z } from 'zod';
import { imageOf } from '../place/images.js';
import type { Pod } from '../place/kubectl.js';
import { type Check, must, type World } from './check.js';

/** What a pod tries to reach, and who may by the map of docs/design.md §1. */
interface Target {
  readonly name: string;
  /** Null: none of the six. */
  readonly of: ServiceName | null;
  readonly host: string;
  readonly port: number;
  readonly may: readonly ServiceName[];
}

/** Runs inside a pod. What answers, if only to refuse, is open; what is dropped on the way says nothing. */
const probe = `
  const net = require('net');
  const reach = ({ host, port }) => new Promise(resolve => {
    const socket = net.connect({ host, port });
    const end = outcome => { socket.destroy(); resolve(outcome); };
    socket.setTimeout(3000, () => end('blocked'));
    socket.on('connect', () => end('open'));
    socket.on('error', ({ code }) => end(code === 'ECONNREFUSED' ? 'open' : code));
  });
  Promise.all(JSON.parse(process.argv[1]).map(reach)).then(found => console.log(JSON.stringify(found)));`;

const answers = z.array(z.string());

/** Every service's pod, and two strangers, try every door. */
export const networkMap: Check = {
  name: 'network map',
  run: async world => {
    const pods = (await world.kubectl.pods()).filter(({ isEnding }) => !isEnding);
    const insiders = services.map(as => ({ ...podOf(pods, as), as, kubectl: world.kubectl }));
    await withStrangers(world, async strangers => {
      const wrong: string[] = [];
      let [open, shut] = [0, 0];
      for (const one of [...insiders, ...strangers]) {
        for (const { target, found } of await tried(one, targetsOf(world, pods))) {
          const expected = one.as !== null && target.may.includes(one.as) ? 'open' : 'blocked';
          if (found === 'open') open++;
          else shut++;
          if (found !== expected)
            wrong.push(`${one.as ?? one.name} → ${target.name}: ${found}, not ${expected}`);
        }
      }
      must(wrong.length === 0, `the map does not hold:\n  ${wrong.join('\n  ')}`);
      const who = insiders.length + strangers.length;
      world.say(`${who} pods tried ${open + shut} doors: ${open} open, ${shut} shut, as the map has it`);
    });
    const answer = await fetch(`${world.release.portal}/metrics`);
    must(answer.status === 404, `/metrics is public: ${answer.status}`);
    world.say('/metrics answers 404 on the public port');
  },
};

/** Who tries; `as` is null for a pod that is none of the six. */
interface Visitor {
  readonly name: string;
  readonly ip: string;
  readonly as: ServiceName | null;
  readonly kubectl: World['kubectl'];
}

/** What a pod finds at every door but its own; strangers try those of the six alone. */
async function tried(
  { name, ip, as, kubectl }: Visitor,
  targets: readonly Target[],
): Promise<{ target: Target; found: string | undefined }[]> {
  const doors = targets.filter(
    target => target.host !== ip && (as === null ? target.of !== null : target.name !== `${as}'s Service`),
  );
  const found = answers.parse(JSON.parse(await kubectl.node(name, probe, JSON.stringify(doors))));
  return doors.map((target, n) => ({ target, found: found[n] }));
}

function podOf(pods: readonly Pod[], service: ServiceName): Pod {
  const found = pods.find(pod => pod.service === service);
  must(found !== undefined, `${service} has no pod`);
  return found;
}

function targetsOf({ around, outside, kubectl }: World, pods: readonly Pod[]): Target[] {
  const part = (name: Parameters<typeof around.at>[0], may: readonly ServiceName[]): Target => ({
    name,
    of: null,
    ...around.at(name),
    may,
  });
  const inbox = new URL(around.inbox);
  const callers = (of: ServiceName): readonly ServiceName[] => (of === 'portal-bff' ? [] : ['portal-bff']);
  return [
    ...services.map(of => ({
      name: `${of}'s Service`,
      of,
      host: `cairn-${of}.${kubectl.namespace}`,
      port: 8080,
      may: callers(of),
    })),
    ...pods.flatMap(({ service: of, ip: host }) => [
      { name: `a pod of ${of}`, of, host, port: 8080, may: callers(of) },
      { name: `the metrics of ${of}`, of, host, port: 9090, may: [] },
    ]),
    part('kafka', services),
    part('postgres', services),
    part('redis', services),
    part('smtp', ['notifications']),
    part('shop', ['rewards']),
    { name: 'the inbox', of: null, host: inbox.hostname, port: Number(inbox.port), may: [] },
    { name: 'the API server', of: null, host: 'kubernetes.default', port: 443, may: [] },
    ...(outside === undefined
      ? []
      : [
          { name: 'the internet on 443', of: null, host: outside, port: 443, may: ['rewards'] as const },
          { name: 'the internet on 80', of: null, host: outside, port: 80, may: [] },
        ]),
  ];
}

/** A pod beside the six and one in another namespace, for as long as `work` takes. */
async function withStrangers(world: World, work: (strangers: Visitor[]) => Promise<void>): Promise<void> {
  const places = [world.kubectl, world.kubectl.in('default')];
  try {
    for (const place of places) await place.apply([strangerOf(world)]);
    for (const place of places)
      await place.run(['wait', '--for=condition=Ready', 'pod/stranger', '--timeout=60s']);
    await work(places.map(kubectl => ({ name: 'stranger', ip: '', as: null, kubectl })));
  } finally {
    for (const place of places)
      await place.attempt(['delete', 'pod', 'stranger', '--now', '--ignore-not-found']);
  }
}

function strangerOf({ options }: World): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'stranger' },
    spec: {
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'stranger',
          image: imageOf(options, 'points'),
          imagePullPolicy: 'IfNotPresent',
          command: ['/usr/local/bin/node', '-e', 'setInterval(() => {}, 1e6)'],
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  };
}
