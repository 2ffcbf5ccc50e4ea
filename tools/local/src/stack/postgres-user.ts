import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './start-failure.js';

/** As whom Postgres runs; all empty when we are an ordinary user. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
  /** A command in front of Postgres' own. */
  readonly prefix: readonly string[];
}

/**
 * Postgres refuses to run as root. Root therefore starts it as whoever owns the data already, else as
 * `postgres`, else as `nobody`. Where that user cannot enter the folders (a clone in a home or temporary
 * directory of mode 0700), setpriv lets it keep root's right to pass through.
 * @throws StartFailure when neither works
 */
export function runAs(binary: string, dir: string, env: NodeJS.ProcessEnv): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = owner(join(dir, 'data')) ??
    ids('postgres') ??
    ids('nobody') ?? { uid: 65534, gid: 65534 };
  const user = { uid, gid };
  if (canRun(binary, dir, env, user)) return { ...user, prefix: [] };
  const capability = '+dac_override';
  const prefix = [
    'setpriv',
    ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'],
    ...[`--inh-caps=${capability}`, `--ambient-caps=${capability}`, '--'],
  ];
  const [command = '', ...args] = prefix;
  if (spawnSync(command, [...args, binary, '--version'], { env }).status === 0) return { ...user, prefix };
  throw new StartFailure(
    `Postgres does not run as root, and its user cannot enter ${dir}: move the clone to a folder that others may enter (for example /opt), or run as an ordinary user.`,
  );
}

function canRun(
  binary: string,
  dir: string,
  env: NodeJS.ProcessEnv,
  user: { uid: number; gid: number },
): boolean {
  const probe = join(dir, 'probe');
  mkdirSync(probe, { recursive: true, mode: 0o700 });
  chownSync(probe, user.uid, user.gid);
  try {
    return (
      spawnSync(binary, ['--version'], { env, ...user }).status === 0 &&
      spawnSync('/bin/sh', ['-c', 'test -x "$0"', probe], { env, ...user }).status === 0
    );
  } finally {
    rmSync(probe, { recursive: true });
  }
}

function owner(path: string): { uid: number; gid: number } | undefined {
  if (!existsSync(path)) return undefined;
  const { uid, gid } = statSync(path);
  return uid === 0 ? undefined : { uid, gid };
}

function ids(name: string): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map(flag =>
    spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim(),
  );
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
