import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm } from './install.mjs';
import { nodeBin, nodeModules, root } from './paths.mjs';
import { stage } from './stage.mjs';

const web = join(root, 'services', 'portal-bff', 'web');
const stamp = join(web, 'dist', '.cairn-built');

/**
 * Compiles all of TypeScript; `tsc -b` itself skips what has not changed. What does not compile stops a start;
 * `npm test` goes on, since its own stage `types` reports it beside the others.
 */
export async function buildCode({ mayFail }) {
  await stage('Compiling', nodeBin, [join(nodeModules, 'typescript', 'bin', 'tsc'), '-b'], {
    advice: mayFail ? 'The stage `types` says why.' : 'The lines above say what does not compile.',
    mayFail,
  });
}

/** Builds the portal and the admin UI when their sources, or the contracts they import, have changed. */
export async function buildWeb() {
  if (!existsSync(join(web, 'index.html'))) return;
  const wanted = sourcesHash([web, join(root, 'libs', 'contracts', 'src'), join(root, 'package-lock.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const command = [...npm, 'run', 'build', '-w', 'services/portal-bff/web'];
  await stage('Building the portal and the admin UI', command[0], command.slice(1), {
    env: { PATH: `${join(nodeModules, '.bin')}${delimiter}${process.env.PATH}` },
    advice: 'The lines above say what does not build.',
  });
  writeFileSync(stamp, wanted);
}

function sourcesHash(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const entries = tryReadDir(path);
  if (!entries) {
    hash.update(path).update(readFileSync(path));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (!['node_modules', 'dist', '.vite'].includes(entry.name) && (entry.isFile() || entry.isDirectory()))
      addTo(hash, join(path, entry.name));
}

function tryReadDir(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
