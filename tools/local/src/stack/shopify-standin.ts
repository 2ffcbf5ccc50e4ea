import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './paths.js';
import { loopback } from './ports.js';
import { answersOk, untilReady } from './ready.js';
import { StartFailure } from './start-failure.js';
import type { Launch } from './supervised.js';

export interface StandinOptions {
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  /** The app that its shops know. */
  readonly app: { readonly key: string; readonly secret: string };
}

/** The shop of the local stack: Shopify's Admin API on its real schema (tools/shopify-standin). */
export function standinLaunch({ dir, host, port, env, app }: StandinOptions): Launch {
  return {
    name: 'shopify',
    stopSignal: 'SIGTERM',
    stopWithinMs: 5000,
    launch: async spawn => {
      const main = join(repoRoot, 'tools', 'shopify-standin', 'dist', 'main.js');
      if (!existsSync(main))
        throw new StartFailure('The Shopify stand-in is not built: run `npm run build`.');
      mkdirSync(dir, { recursive: true });
      const child = spawn({
        name: 'shopify',
        command: process.execPath,
        args: ['--enable-source-maps', main],
        env: {
          ...env,
          PORT: `${port}`,
          HOST: host,
          DATA_DIR: dir,
          CONTROL_OPEN: `${host !== loopback}`,
          APP_KEY: app.key,
          APP_SECRET: app.secret,
        },
      });
      await untilReady(child, () => answersOk(`http://${host}:${port}/health`), 60_000);
      return child;
    },
  };
}
