import { createKafka } from '@cairn/service-kit/kafka/client';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { type Check, must, type World } from './check.js';
import { underLoad } from './rolling-restart.js';

const group = 'cairn.points';

/** points from one replica to three and back: each takes partitions over from the others in the middle of the load. */
export const scale: Check = {
  name: 'scale points',
  run: world =>
    underLoad(world, async load => {
      for (const replicas of [3, 1]) {
        const [salesBefore, began] = [load.sales, performance.now()];
        await world.kubectl.run(['scale', 'deployment/cairn-points', `--replicas=${replicas}`]);
        await world.kubectl.rolledOut(['cairn-points']);
        await world.until(
          `${replicas} members share ${group}`,
          async () => (await members(world)) === replicas,
          120_000,
        );
        const seconds = ((performance.now() - began) / 1_000).toFixed(0);
        world.say(
          `points has ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}, each with partitions, after ${seconds} s`,
        );
        const goal = load.sales + 100;
        await world.until('a hundred more sales', () => load.sales >= goal);
        must(load.sales > salesBefore, 'no sales were taken meanwhile');
      }
    }),
};

/** Members of the group that have partitions; none while it rebalances. */
async function members({ around }: World): Promise<number> {
  const { host, port } = around.at('kafka');
  const logger = createLogger('cluster', 'silent');
  const admin = createKafka({ brokers: [`${host}:${port}`] }, 'cluster', logger).admin();
  await admin.connect();
  try {
    const { groups } = await admin.describeGroups([group]);
    const [described] = groups;
    if (described?.state !== 'Stable') return 0;
    return described.members.filter(({ memberAssignment }) => memberAssignment.length > 0).length;
  } finally {
    await admin.disconnect();
  }
}
