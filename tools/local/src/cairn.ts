import { join } from 'node:path';
import { freePortPlan, portPlan } from './services/port-plan.js';
import { publicUrl, type ServiceSecrets, serviceUrl } from './services/service-environment.js';
import type { ServiceName } from './services/service-names.js';
import { prepareServices, type ServiceCopy } from './services/start-services.js';
import { childEnvironment } from './stack/child-environment.js';
import { repoRoot } from './stack/paths.js';
import { freePort } from './stack/ports.js';
import { quietProgress } from './stack/progress.js';
import { keptSecret } from './stack/secrets.js';
import { type Stack, type StackOptions, startStack } from './stack/stack.js';
import type { Supervised } from './stack/supervised.js';

export interface CairnOptions extends Omit<StackOptions, 'inboxPort' | 'requiredPorts' | 'parts'> {
  /** Node's own flags for each service, before its script: `--cpu-prof`, `--import=…`. */
  readonly nodeArgs?: readonly string[];
  /** Given to each service over all else. */
  readonly serviceEnv?: Readonly<Record<string, string>>;
  /** What is to be done when the stack is ready and nothing uses it yet; gets `Stack.env`. */
  readonly beforeServices?: (env: Stack['env']) => Promise<void>;
}

/** Ends services, then stack, and deletes the data of an ephemeral copy; `kill` does not wait for anything. */
export type Stopper = Pick<Stack, 'stop' | 'kill'>;

export interface Cairn extends Stopper {
  readonly stack: Stack;
  readonly urls: CairnUrls;
  /** May create brands (api.md). */
  readonly platformToken: string;
  /** The address of one of the six, on the loopback interface. */
  urlOf(name: ServiceName): string;
  /** To stop, start or kill one of the six. */
  service(name: ServiceName): Supervised;
  /** One more copy of one of the six, ready; it ends with the rest. */
  addCopy(name: ServiceName): Promise<ServiceCopy>;
}

export interface CairnUrls {
  readonly portal: string;
  readonly ingestion: string;
  /** Undefined with an SMTP_URL of one's own and no INBOX_URL. */
  readonly inbox: string | undefined;
  readonly shop: string | undefined;
}

/**
 * The whole product: the stack, topics, migrations and the six services, on the fixed ports or, ephemeral, on
 * free ones. `onStopper` gets what stops it before the first process starts.
 * @throws StartFailure with one line for the reader; then nothing is left running
 */
export async function startCairn(
  options: CairnOptions = {},
  onStopper?: (stopper: Stopper) => void,
): Promise<Cairn> {
  const env = options.env ?? process.env;
  const ports = options.ephemeral ? await freePortPlan(freePort) : portPlan(env.PORT_BASE);
  let stopServices = async (): Promise<void> => undefined;
  const stopperOf = (stack: Stack): Stopper => ({
    stop: async () => {
      await stopServices();
      await stack.stop();
    },
    kill: stack.kill,
  });
  const stack = await startStack(
    { ...options, inboxPort: ports.inbox, requiredPorts: ports.services },
    started => onStopper?.(stopperOf(started)),
  );
  const secrets = keptSecrets(stack.dataDir.path, env);
  const services = prepareServices(
    {
      inherited: childEnvironment(env),
      stack: stack.env,
      ports,
      secrets,
      logLevel: env.LOG_LEVEL || (options.ephemeral ? 'warn' : 'info'),
      webDir: join(repoRoot, 'services', 'portal-bff', 'web', 'dist'),
      ...(options.kafkaUsers === undefined ? {} : { kafkaUsers: options.kafkaUsers }),
      ...(options.serviceEnv === undefined ? {} : { extra: options.serviceEnv }),
    },
    {
      logDir: stack.dataDir.logDir,
      runFile: stack.dataDir.runFile,
      progress: options.progress ?? quietProgress,
      verbose: options.verbose === true,
      ...(options.restartAfterMs === undefined ? {} : { restartAfterMs: options.restartAfterMs }),
    },
    options.nodeArgs,
  );
  stopServices = services.stop;
  try {
    await options.beforeServices?.(stack.env);
    await services.start();
  } catch (error) {
    await stopperOf(stack).stop();
    throw error;
  }
  return {
    ...stopperOf(stack),
    stack,
    platformToken: secrets.platformToken,
    urlOf: name => serviceUrl(name, ports),
    service: services.service,
    addCopy: services.addCopy,
    urls: {
      portal: publicUrl(ports),
      ingestion: serviceUrl('ingestion', ports).replace('127.0.0.1', 'localhost'),
      inbox: stack.env.INBOX_URL,
      shop: stack.env.SHOPIFY_STANDIN_URL,
    },
  };
}

function keptSecrets(dataDir: string, env: NodeJS.ProcessEnv): ServiceSecrets {
  return {
    platformToken: env.CAIRN_PLATFORM_TOKEN || keptSecret(dataDir, 'platform-token'),
    serviceToken: keptSecret(dataDir, 'service-token'),
    emailHashKey: keptSecret(dataDir, 'email-hash-key'),
    shopifyTokenKey: keptSecret(dataDir, 'shopify-token-key'),
  };
}
