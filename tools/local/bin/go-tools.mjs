import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { local } from './paths.mjs';
import { stage } from './stage.mjs';

/** What the chart is rendered and held against its schemas by. The one place that pins them. */
const tools = {
  helm: {
    module: 'helm.sh/helm/v3/cmd/helm',
    version: 'v3.19.4',
    fits: ['version', '--short'],
    says: /^v3\./,
  },
  kubeconform: {
    module: 'github.com/yannh/kubeconform/cmd/kubeconform',
    version: 'v0.7.0',
    fits: ['-v'],
    says: /./,
  },
};

/**
 * Finds helm and kubeconform: built before, on the PATH, or, with `mayBuild` and where there is Go, built now by
 * `go install`, which takes some minutes the first time.
 * @returns what the chart's level finds them by; empty where one is missing
 */
export async function goTools({ mayBuild }) {
  const found = {};
  for (const name of Object.keys(tools)) {
    const path = built(name) ?? onPath(name) ?? (mayBuild ? await build(name) : undefined);
    if (path === undefined) return {};
    found[`CAIRN_${name.toUpperCase()}`] = path;
  }
  return found;
}

function folderOf(name) {
  return join(local, '.cache', 'bin', `${name}-${tools[name].version}`);
}

function built(name) {
  const path = join(folderOf(name), name);
  return existsSync(path) ? path : undefined;
}

function onPath(name) {
  const { fits, says } = tools[name];
  const { status, stdout } = spawnSync(name, fits, { encoding: 'utf8' });
  return status === 0 && says.test(stdout) ? name : undefined;
}

async function build(name) {
  if (spawnSync('go', ['version']).status !== 0) return undefined;
  const { module, version } = tools[name];
  const folder = folderOf(name);
  mkdirSync(folder, { recursive: true });
  await stage(
    `Building ${name} ${version}`,
    'go',
    ['install', '-trimpath', '-ldflags=-s -w', `${module}@${version}`],
    {
      env: { GOBIN: folder },
      retries: 1,
      mayFail: true,
      advice: 'Check that Go can reach its module proxy (GOPROXY).',
    },
  );
  return built(name);
}
