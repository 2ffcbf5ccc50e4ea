import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { untilReady } from './ready.js';
import { StartFailure } from './start-failure.js';
import type { Launch } from './supervised.js';

export interface RedisOptions {
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  readonly ephemeral: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** The folder with the binaries that Maven fetched; asked for only when there is none on the PATH. */
  readonly binaries: () => string;
}

export function redisLaunch(options: RedisOptions): Launch {
  return {
    name: 'redis',
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    launch: async spawn => {
      mkdirSync(options.dir, { recursive: true });
      const child = spawn({
        name: 'redis',
        command: redisBinary(options),
        args: [
          // It has no password, so it would take nobody but the loopback address.
          ...['--port', `${options.port}`, '--bind', options.host, '--protected-mode', 'no'],
          ...['--dir', options.dir],
          ...['--appendonly', 'yes', '--appendfsync', options.ephemeral ? 'no' : 'everysec', '--save', ''],
          ...['--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
        ],
        env: options.env,
      });
      await untilReady(child, () => answersPing(options), 30_000);
      return child;
    },
  };
}

/** @throws StartFailure when there is none for this system */
function redisBinary({ binaries, env }: RedisOptions): string {
  if (spawnSync('redis-server', ['--version'], { env }).status === 0) return 'redis-server';
  const folder = binaries();
  const wanted = `-${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const name = readdirSync(folder).find(each => each.endsWith(wanted));
  if (!name)
    throw new StartFailure(
      `There is no Redis for ${process.platform} ${process.arch} to fetch: install redis-server on the PATH, or set REDIS_URL.`,
    );
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
}

function answersPing({ host, port }: RedisOptions): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, host, () => socket.write('PING\r\n'));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', data => {
      resolve(String(data).startsWith('+PONG'));
      socket.end();
    });
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}
