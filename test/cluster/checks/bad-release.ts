import type { Settings } from '../place/release.js';
import { type Check, must } from './check.js';
import { underLoad } from './rolling-restart.js';

/** Seconds that a release may take here; a good one takes less, a bad one all of it. */
const limit = 75;

const bad: readonly { what: string; settings: Settings }[] = [
  { what: 'an image that does not exist', settings: { 'image.tag': 'never-built' } },
  {
    what: 'memory in which ingestion cannot start',
    settings: {
      'services.ingestion.resources.requests.memory': '24Mi',
      'services.ingestion.resources.limits.memory': '24Mi',
    },
  },
];

/** A release that cannot become ready goes back by itself; what ran before it serves all the time. */
export const badRelease: Check = {
  name: 'bad release',
  run: world =>
    underLoad(world, async () => {
      for (const { what, settings } of bad) {
        const before = await world.kubectl.pods();
        const began = performance.now();
        const { code } = await world.release.upgrade(settings, limit);
        const seconds = ((performance.now() - began) / 1_000).toFixed(0);
        must(code !== 0, `helm took ${what} for a good release`);
        const last = (await world.release.history()).at(-1);
        must(
          last?.status === 'deployed' && last.description.startsWith('Rollback to'),
          `after ${what} the release is ${last?.status}: ${last?.description}`,
        );
        await world.kubectl.rolledOut();
        const after = await world.kubectl.pods();
        must(
          before.every(({ name }) => after.some(pod => pod.name === name && pod.isReady)),
          `pods that served before ${what} are gone`,
        );
        world.say(
          `${what}: refused by helm after ${seconds} s, "${last.description}", the ${before.length} pods stayed`,
        );
      }
    }),
};
