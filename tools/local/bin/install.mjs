import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBin, nodeModules, root } from './paths.mjs';
import { stage } from './stage.mjs';

const stamp = join(nodeModules, '.cairn-installed');
const unfinished = join(root, 'tools', 'local', '.cache', 'install-unfinished');

/** The npm that runs us, else the one on the PATH; a command with its first arguments. */
export const npm = process.env.npm_execpath?.endsWith('.js')
  ? [process.execPath, process.env.npm_execpath]
  : ['npm'];

/**
 * Installs the packages of package-lock.json when it has changed since the last install.
 *
 * `npm install --no-save` and not `npm ci`: both take the versions of the lock, but a lock holds the native
 * packages of the platforms it was written on only, and `npm ci` refuses it on any other.
 * An install that was interrupted is thrown away and done again; npm's cache makes that quick.
 */
export async function installPackages(cacheReady) {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && nodeRuns()) return;
  cacheReady();
  if (existsSync(unfinished)) rmSync(nodeModules, { recursive: true, force: true });
  await install();
  if (!nodeRuns()) {
    rmSync(nodeModules, { recursive: true, force: true });
    await install();
  }
  writeFileSync(stamp, wanted);
}

async function install() {
  writeFileSync(unfinished, '');
  await stage(
    'Installing the npm packages',
    npm[0],
    [...npm.slice(1), 'install', '--no-save', '--no-audit', '--no-fund'],
    {
      retries: 1,
      advice:
        'Check the network and `npm config get registry`, then run the command again: it goes on from here.',
    },
  );
  rmSync(unfinished, { force: true });
}

function lockHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** The project's own Node, which the rest runs on, is a package whose install script links the binary. */
function nodeRuns() {
  return existsSync(nodeBin) && spawnSync(nodeBin, ['-v'], { encoding: 'utf8' }).stdout?.startsWith('v24.');
}
