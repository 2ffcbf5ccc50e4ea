import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../stack/paths.js';
import { freePort } from '../stack/ports.js';
import { answersOk, untilReady } from '../stack/ready.js';
import { StartFailure } from '../stack/start-failure.js';
import { type Launch, type Spawn, Supervised, type Surroundings } from '../stack/supervised.js';
import { type ServicesEnvironment, serviceEnvironment } from './service-environment.js';
import { type ServiceName, serviceNames } from './service-names.js';

export interface Services {
  service(name: ServiceName): Supervised;
  /** One more copy of a service, ready, on a port of its own; nobody calls it by HTTP who is not told its address. */
  addCopy(name: ServiceName): Promise<ServiceCopy>;
  /** Ends all six, and whatever of the preparation still runs. */
  stop(): Promise<void>;
}

export interface ServiceCopy {
  readonly part: Supervised;
  /** Its address, on the loopback interface. */
  readonly url: string;
}

/** The services promise to stop within 25 s. */
const stopWithinMs = 27_000;

/** The six as parts that can be started; nothing runs yet. */
export function prepareServices(
  from: ServicesEnvironment,
  around: Surroundings,
  nodeArgs: readonly string[] = [],
): Services & { start(): Promise<void> } {
  const services = new Map(
    serviceNames.map(name => [
      name,
      new Supervised(
        serviceLaunch({ name, port: from.ports.services[name], copy: 1 }, from, nodeArgs),
        around,
      ),
    ]),
  );
  const steps: Supervised[] = [];
  const copies: Supervised[] = [];
  let stopped = false;
  const unlessStopped = (): void => {
    if (stopped) throw new StartFailure('Stopped during the start.');
  };
  const once = async (step: Launch): Promise<void> => {
    unlessStopped();
    const part = new Supervised(step, around);
    steps.push(part);
    await part.runOnce();
  };
  const get = (name: ServiceName): Supervised => {
    const found = services.get(name);
    if (!found) throw new Error(`no such service: ${name}`);
    return found;
  };
  return {
    service: get,
    addCopy: async name => {
      unlessStopped();
      const which = { name, port: await freePort(), copy: copies.length + 2 };
      const copy = new Supervised(serviceLaunch(which, from, nodeArgs), around);
      copies.push(copy);
      await copy.start();
      return { part: copy, url: `http://127.0.0.1:${which.port}` };
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...steps, ...copies, ...services.values()].map(part => part.stop()));
    },
    start: async () => {
      await around.progress.during('topics', once(topicsStep(from)));
      await around.progress.during(
        'migrations',
        Promise.all(serviceNames.map(name => once(migrationStep(name, from)))),
      );
      unlessStopped();
      await Promise.all(serviceNames.map(name => around.progress.during(name, get(name).start())));
    },
  };
}

function serviceLaunch(
  { name, port, copy }: { name: ServiceName; port: number; copy: number },
  from: ServicesEnvironment,
  nodeArgs: readonly string[],
): Launch {
  const label = copy === 1 ? name : `${name}-${copy}`;
  return {
    name: label,
    stopSignal: 'SIGTERM',
    stopWithinMs,
    launch: async spawn => {
      const args = [...nodeArgs, serviceMain(name)];
      const child = spawnNode(spawn, label, args, serviceEnvironment(name, from, port));
      await untilReady(child, () => answersOk(`http://127.0.0.1:${port}/health/ready`), 120_000);
      return child;
    },
  };
}

/** Topics come from the contracts' table; the broker makes none by itself. */
function topicsStep(from: ServicesEnvironment): Launch {
  const script = join(repoRoot, 'libs', 'service-kit', 'dist', 'kafka', 'create-topics.js');
  const env = { ...from.inherited, KAFKA_BROKERS: from.stack.KAFKA_BROKERS };
  return stepLaunch('create-topics', [script], env);
}

function migrationStep(name: ServiceName, from: ServicesEnvironment): Launch {
  return stepLaunch(`migrate-${name}`, [serviceMain(name), 'migrate'], serviceEnvironment(name, from));
}

function stepLaunch(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Launch {
  return {
    name,
    stopSignal: 'SIGTERM',
    stopWithinMs: 5000,
    launch: async spawn => {
      const child = spawnNode(spawn, name, args, env);
      const outcome = await child.ended;
      if (outcome !== 'exit code 0') throw StartFailure.of(child, `failed (${outcome})`);
      return child;
    },
  };
}

function spawnNode(
  spawn: Spawn,
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ReturnType<Spawn> {
  const script = args.find(arg => !arg.startsWith('-')) ?? '';
  if (!existsSync(script)) throw new StartFailure(`${script} is missing: run \`npm run build\`.`);
  return spawn({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', ...args],
    env,
    cwd: repoRoot,
  });
}

function serviceMain(name: ServiceName): string {
  return join(repoRoot, 'services', name, 'dist', 'src', 'main.js');
}
