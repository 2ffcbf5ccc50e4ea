import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Workload } from './pods.js';
import type { KubernetesObject } from './render.js';

const selector = z.object({
  matchLabels: z.record(z.string(), z.string()).default({}),
  matchExpressions: z
    .array(z.object({ key: z.string(), operator: z.literal('In'), values: z.array(z.string()) }))
    .default([]),
});
const peer = z.strictObject({
  podSelector: selector.optional(),
  namespaceSelector: selector.optional(),
  ipBlock: z.object({ cidr: z.string(), except: z.array(z.string()).default([]) }).optional(),
});
const ports = z.array(z.object({ port: z.number(), protocol: z.string().default('TCP') })).min(1);
const policySpec = z.object({
  podSelector: selector,
  policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
  ingress: z.array(z.object({ from: z.array(peer).min(1), ports })).default([]),
  egress: z.array(z.object({ to: z.array(peer).min(1), ports })).default([]),
});
type Peer = z.infer<typeof peer>;
type Labels = Readonly<Record<string, string>>;

/** A way that is open: between two names, where a peer is no pod of ours by what it is called here. */
export type Way = `${string} → ${string}:${number}`;

/** Something outside the release, and how a peer that means it is told. */
export type Outside = Readonly<Record<string, Peer>>;

/**
 * Which ways the policies leave open: between two pods of the release only where the one may go out and the other lets it
 * in. A rule without peers or ports would mean all of them, and is no rule that this reads.
 * @throws ZodError for such a rule; Error for a peer that is neither a pod of ours nor one of `outside`
 */
export function openWays(
  objects: readonly KubernetesObject[],
  pods: readonly Workload[],
  outside: Outside,
): Way[] {
  const policies = objects
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .map(({ spec }) => policySpec.parse(spec));
  const of = (pod: Workload) => policies.filter(({ podSelector }) => matches(podSelector, pod.labels));
  for (const pod of pods) if (of(pod).length === 0) throw new Error(`${pod.name} is under no policy`);
  const meant = (one: Peer) => ({ ours: oursOf(one, pods), others: othersOf(one, outside) });
  const ways = new Set<Way>();
  for (const pod of pods) {
    for (const { to, ports } of of(pod).flatMap(({ egress }) => egress))
      for (const { ours, others } of to.map(one => known(one, meant(one))))
        for (const { port } of ports) {
          for (const other of others) ways.add(`${pod.name} → ${other}:${port}`);
          for (const other of ours)
            if (letsIn(of(other), pod, port)) ways.add(`${pod.name} → ${other.name}:${port}`);
        }
    for (const { from, ports } of of(pod).flatMap(({ ingress }) => ingress))
      for (const { others } of from.map(one => known(one, meant(one))))
        for (const { port } of ports) for (const other of others) ways.add(`${other} → ${pod.name}:${port}`);
  }
  return [...ways].sort();
}

function letsIn(policies: readonly z.infer<typeof policySpec>[], pod: Workload, port: number): boolean {
  return policies.some(({ ingress }) =>
    ingress.some(
      rule =>
        rule.ports.some(open => open.port === port) && rule.from.some(one => oursOf(one, [pod]).length > 0),
    ),
  );
}

function oursOf(one: Peer, pods: readonly Workload[]): Workload[] {
  if (one.podSelector === undefined || one.namespaceSelector !== undefined) return [];
  const wanted = one.podSelector;
  return pods.filter(pod => matches(wanted, pod.labels));
}

function othersOf(one: Peer, outside: Outside): string[] {
  return Object.entries(outside)
    .filter(([, known]) => isDeepStrictEqual(peer.parse(known), one))
    .map(([name]) => name);
}

function known<Meant extends { ours: Workload[]; others: string[] }>(one: Peer, meant: Meant): Meant {
  if (meant.ours.length + meant.others.length === 0)
    throw new Error(`a policy names a peer that the map does not know: ${JSON.stringify(one)}`);
  return meant;
}

function matches({ matchLabels, matchExpressions }: z.infer<typeof selector>, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
  );
}
