import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@cairn/local/stack/paths';
import { attempt } from '../place/command.js';
import { type Check, must } from './check.js';

const script = join(repoRoot, 'test', 'cluster', 'compose.sh');

/** Milliseconds: on two cores the first builds alone take twenty minutes. */
const limit = 2_400_000;

/** `docker compose up` from a clean clone, in the lab's engine. */
export const compose: Check = {
  name: 'docker compose',
  run: async world => {
    const env = await world.docker();
    if (env === undefined || !existsSync(script)) {
      world.say(`left out: ${env === undefined ? 'no lab, so no Docker engine' : `${script} is not there`}`);
      return;
    }
    const { code, stdout, stderr } = await attempt(script, [], { env, limit });
    for (const line of stdout.trim().split('\n')) world.say(line);
    must(
      code === 0,
      `compose.sh ended with ${code ?? 'a signal'}: ${stderr.trim().split('\n').slice(-20).join('\n')}`,
    );
  },
};
