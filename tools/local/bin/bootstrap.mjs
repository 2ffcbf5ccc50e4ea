import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildCode, buildWeb } from './build.mjs';
import { checkMachine, checkMaven, stopWith } from './checks.mjs';
import { goTools } from './go-tools.mjs';
import { installPackages } from './install.mjs';
import { fetchJars, jarsAreHere } from './jars.mjs';
import { local, nodeBin, nodeModules, root } from './paths.mjs';

/** `npm run reset` needs neither broker nor UI, and a part that is given by its address is not fetched. */
const own = {
  broker: !process.env.KAFKA_BROKERS,
  jars: !(process.env.KAFKA_BROKERS && process.env.REDIS_URL),
  web: true,
};
const needs = {
  start: own,
  demo: own,
  faults: own,
  rolling: own,
  bench: own,
  test: own,
  cluster: { ...own, web: false },
  reset: { broker: false, jars: false, web: false },
  k8s: { broker: false, jars: false, web: false },
};

/**
 * Brings a fresh clone to where tools/local/dist can run (checks, packages, broker, compile), then runs
 * dist/<name>.js (or another script) under the project's own Node and ends with its exit code. What is up to date costs
 * nothing.
 */
export async function runBuilt(name, script = join(local, 'dist', `${name}.js`)) {
  process.chdir(root);
  checkMachine(needs[name]);
  if (needs[name].jars && !jarsAreHere({ withTests: storesFiles(name) })) checkMaven();
  const stackDir = await prepare(name);
  const tools = name === 'k8s' || name === 'test' ? await goTools({ mayBuild: rendersChart(name) }) : {};
  if (name === 'k8s' && !(tools.CAIRN_HELM && tools.CAIRN_KUBECONFORM)) stopWith(chartToolsMissing);
  if (!existsSync(script))
    stopWith(`${script} is missing after the build: delete the dist folder and try again.`);
  process.exit(await underOwnNode(script, { ...tools, ...(stackDir ? { CAIRN_STACK_DIR: stackDir } : {}) }));
}

const chartToolsMissing =
  'helm 3 or kubeconform is missing: put them on the PATH, or Go (https://go.dev/dl), which builds them.';

/** Worth minutes of building: `npm test` where it runs everything or is told to, and `npm run k8s`. */
function rendersChart(name) {
  const args = process.argv.slice(2);
  return name === 'k8s' || (name === 'test' && (args.length === 0 || args.includes('chart')));
}

/** Only the integration tests know another object store than a folder. */
function storesFiles(name) {
  const args = process.argv.slice(2);
  return name === 'test' && (args.length === 0 || args.includes('int'));
}

async function prepare(name) {
  const cacheReady = () => mkdirSync(join(local, '.cache'), { recursive: true });
  await installPackages(cacheReady);
  const stackDir = needs[name].jars
    ? await fetchJars(cacheReady, { withTests: storesFiles(name) })
    : undefined;
  if (name !== 'reset' || !existsSync(join(local, 'dist', 'reset.js')))
    await buildCode({ mayFail: name === 'test' });
  if (needs[name].web) await buildWeb();
  return stackDir;
}

/**
 * The child decides when it is done: signals are passed on, and should this process be killed outright, the
 * closed channel tells the child to stop what it started.
 */
function underOwnNode(script, env) {
  const child = spawn(
    nodeBin,
    ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', script, ...process.argv.slice(2)],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        PATH: `${join(nodeModules, '.bin')}${delimiter}${process.env.PATH}`,
        ...env,
      },
    },
  );
  onOrphaned(() => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise(resolve => {
    child.on('error', error => stopWith(`The project's Node does not start: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** npm passes a signal to the shell it runs us in; where that shell dies of it without us, this notices. */
function onOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
}
