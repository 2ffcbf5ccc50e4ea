import { serviceNames } from '@cairn/local/services/service-names';
import { effectsAreExact } from '../load/effects.js';
import { Load } from '../load/load.js';
import { type Check, must, type World } from './check.js';

/** Sales before and after: the load stands for what goes on all the time. */
const salesAround = 50;

/**
 * All six are exchanged, one after the other, and nobody notices. Not at the same time: the starts of all of them would need
 * what a cluster of one small node does not have beside the load, and what is shown then is its processors.
 */
export const rollingRestart: Check = {
  name: 'rolling restart',
  run: world =>
    underLoad(world, async () => {
      const before = await world.kubectl.pods();
      const began = performance.now();
      for (const service of serviceNames) {
        await world.kubectl.run(['rollout', 'restart', `deployment/cairn-${service}`]);
        await world.kubectl.rolledOut();
      }
      await world.kubectl.gone(before.map(({ name }) => name));
      const after = await world.kubectl.pods();
      must(
        after.every(({ name }) => before.every(old => old.name !== name)),
        'pods of before still run',
      );
      const seconds = ((performance.now() - began) / 1_000).toFixed(0);
      world.say(`all six restarted: ${before.length} pods exchanged in ${seconds} s`);
    }),
};

/** Runs `work` under load. @throws Error where it fails, a request failed, or an effect is missing or there twice. */
export async function underLoad(
  world: World,
  work: (load: Load) => Promise<void>,
  options?: Parameters<typeof Load.start>[1],
): Promise<void> {
  const load = await Load.start(world, options);
  const more = async () => {
    const goal = load.sales + salesAround;
    await world.until(`${salesAround} more sales are taken`, () => load.sales >= goal || load.failed > 0);
  };
  try {
    await more();
    await work(load);
    await more();
  } catch (error) {
    await load.abandon();
    throw error;
  }
  const outcome = await load.end();
  world.say(
    `${outcome.answered} requests in ${outcome.seconds.toFixed(0)} s, none failed; ${outcome.reopened} streams opened again`,
  );
  await effectsAreExact(world, outcome);
}
