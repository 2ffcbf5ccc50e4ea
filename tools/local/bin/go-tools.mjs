import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { local } from './paths.mjs';
import { stage } from './stage.mjs';

/** What the chart is rendered and held against its schemas by, and alerts are tried by. The one place that pins them. */
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
  promtool: {
    module: 'github.com/prometheus/prometheus/cmd/promtool',
    version: 'v0.308.0',
    fits: ['--version'],
    says: /^promtool/,
    // `go install` refuses a module with replacements: it is built from one that requires it.
    required: true,
  },
};

/**
 * Finds helm, kubeconform and promtool: built before, on the PATH, or, with `mayBuild` and where there is Go, built now,
 * which takes some minutes the first time.
 * @returns the variables by which tests find them; one that is missing has none
 */
export async function goTools({ mayBuild }) {
  const found = {};
  for (const name of Object.keys(tools)) {
    const path = built(name) ?? onPath(name) ?? (mayBuild ? await build(name) : undefined);
    if (path !== undefined) found[`CAIRN_${name.toUpperCase()}`] = path;
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
  const { module, version, required } = tools[name];
  const folder = folderOf(name);
  mkdirSync(folder, { recursive: true });
  const lean = ['-trimpath', '-ldflags=-s -w'];
  if (!required) {
    await go(`Building ${name} ${version}`, ['install', ...lean, `${module}@${version}`], { GOBIN: folder });
    return built(name);
  }
  const from = join(folder, 'from');
  rmSync(from, { recursive: true, force: true });
  mkdirSync(from);
  await go(`Beginning a module for ${name}`, ['-C', from, 'mod', 'init', name]);
  await go(`Fetching ${name} ${version}`, ['-C', from, 'get', `${module}@${version}`]);
  const output = join(folder, name);
  await go(`Building ${name} ${version}`, ['-C', from, 'build', ...lean, '-o', output, module], {
    CGO_ENABLED: '0',
  });
  rmSync(from, { recursive: true, force: true });
  return built(name);
}

async function go(title, args, env = {}) {
  const advice = 'Check that Go can reach its module proxy (GOPROXY).';
  await stage(title, 'go', args, { env, retries: 1, mayFail: true, advice });
}
