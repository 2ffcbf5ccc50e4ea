import type { ServiceName } from '@cairn/contracts/services';
import { type Check, must, type World } from './check.js';
import { underLoad } from './rolling-restart.js';

/** What a drain does, pod by pod, against the disruption budgets. */
export const evictions: Check = {
  name: 'evictions',
  run: world =>
    underLoad(
      world,
      async () => {
        for (const service of ['ingestion', 'portal-bff'] as const) await evictBoth(world, service);
        for (const service of ['points', 'milestones', 'rewards', 'notifications'] as const) {
          await evictOnly(world, service);
        }
      },
      // While the only replica of a service is exchanged, portal-bff cannot ask it.
      { ofOthers: false },
    ),
};

/** The second of two may go only when the first is back. */
async function evictBoth(world: World, service: ServiceName): Promise<void> {
  const [first, second] = (await podsOf(world, service)).map(({ name }) => name);
  must(first !== undefined && second !== undefined, `${service} has not two pods`);
  must((await evict(world, first)) === null, `the first pod of ${service} was not let go`);
  const refused = await evict(world, second);
  must(refused !== null, `the second pod of ${service} was let go while the first was away`);
  await world.kubectl.gone([first]);
  await world.kubectl.rolledOut([`cairn-${service}`]);
  await world.until(
    `the budget of ${service} allows it`,
    async () => (await evict(world, second)) === null,
    120_000,
  );
  await world.kubectl.gone([second]);
  await world.kubectl.rolledOut([`cairn-${service}`]);
  world.say(`${service}: one evicted, the second refused with 429 until the first was back ("${refused}")`);
}

/** A column that stands still for seconds; its events wait in Kafka. */
async function evictOnly(world: World, service: ServiceName): Promise<void> {
  const [only] = await podsOf(world, service);
  must(only !== undefined, `${service} has no pod`);
  const began = performance.now();
  must((await evict(world, only.name)) === null, `the pod of ${service} was not let go`);
  await world.until(
    `${service} is ready again`,
    async () => (await podsOf(world, service)).some(({ name, isReady }) => name !== only.name && isReady),
    300_000,
  );
  await world.kubectl.gone([only.name]);
  world.say(
    `${service}: its only pod evicted, the next ready after ${((performance.now() - began) / 1_000).toFixed(0)} s`,
  );
}

async function podsOf({ kubectl }: World, service: ServiceName) {
  return (await kubectl.pods(`app.kubernetes.io/name=${service},pod-template-hash`)).filter(
    ({ isEnding }) => !isEnding,
  );
}

/** Null where it was let go, else why not. @throws Error for any answer but 201 and 429. */
async function evict({ kubectl }: World, name: string): Promise<string | null> {
  const { namespace } = kubectl;
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
  const args = ['create', '--raw', path, '-f', '-'];
  const { code, stderr } = await kubectl.attempt(args, JSON.stringify(body));
  if (code === 0) return null;
  const refused = /\(TooManyRequests\): (.*)/.exec(stderr)?.[1];
  if (refused === undefined) throw new Error(`eviction of ${name}: ${stderr.trim()}`);
  return refused;
}
