import { mkdirSync } from 'node:fs';
import { packageFile } from './paths.js';
import { answersOk, untilReady } from './ready.js';
import type { Launch } from './supervised.js';

export interface InboxOptions {
  readonly dir: string;
  readonly host: string;
  readonly smtpPort: number;
  readonly webPort: number;
  readonly env: NodeJS.ProcessEnv;
}

/** maildev: takes every mail by SMTP and shows it on a page and under /api/email. Mails persist as .eml files. */
export function inboxLaunch({ dir, host, smtpPort, webPort, env }: InboxOptions): Launch {
  return {
    name: 'inbox',
    stopSignal: 'SIGTERM',
    stopWithinMs: 5000,
    launch: async spawn => {
      mkdirSync(dir, { recursive: true });
      const child = spawn({
        name: 'inbox',
        command: process.execPath,
        args: [
          packageFile('maildev', 'dist', 'bin', 'maildev.js'),
          ...['--smtp', `${smtpPort}`, '--ip', host, '--web', `${webPort}`, '--web-ip', host],
          ...['--mail-directory', dir],
        ],
        env,
      });
      await untilReady(child, () => answersOk(`http://${host}:${webPort}/api/healthz`), 60_000);
      return child;
    },
  };
}
