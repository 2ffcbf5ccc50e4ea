import { join } from 'node:path';
import { serviceEnvironment, serviceUrl } from '@cairn/local/services/service-environment';
import type { ServiceName } from '@cairn/local/services/service-names';
import { childEnvironment } from '@cairn/local/stack/child-environment';
import { repoRoot } from '@cairn/local/stack/paths';
import { answersOk, untilReady } from '@cairn/local/stack/ready';
import { keptSecret } from '@cairn/local/stack/secrets';
import type { Bed } from './bed.js';

export interface ServiceRun {
  readonly pid: number;
  /** As the product is stopped: it finishes its chunk and publishes its outbox. */
  stop(): Promise<void>;
}

/** One of the six in place of the supervised one (which must be stopped), with Node flags of our own. */
export async function runService(
  bed: Bed,
  name: ServiceName,
  nodeArgs: readonly string[] = [],
  extra: NodeJS.ProcessEnv = {},
): Promise<ServiceRun> {
  const { dataDir, env } = bed.cairn.stack;
  const secret = (of: string): string => keptSecret(dataDir.path, of);
  const environment = serviceEnvironment(name, {
    inherited: childEnvironment(bed.environment),
    stack: env,
    ports: bed.ports,
    secrets: {
      platformToken: bed.cairn.platformToken,
      serviceToken: secret('service-token'),
      emailHashKey: secret('email-hash-key'),
      shopifyTokenKey: secret('shopify-token-key'),
    },
    logLevel: bed.environment.LOG_LEVEL || 'info',
    webDir: join(repoRoot, 'services', 'portal-bff', 'web', 'dist'),
  });
  const child = bed.programs.spawn({
    name,
    args: [...nodeArgs, join(repoRoot, 'services', name, 'dist', 'src', 'main.js')],
    env: { ...environment, ...extra },
  });
  try {
    await untilReady(child, () => answersOk(`${serviceUrl(name, bed.ports)}/health/ready`), 120_000);
  } catch (error) {
    await child.stop('SIGKILL', 0);
    throw error;
  }
  return { pid: child.pid!, stop: () => child.stop('SIGTERM', 27_000) };
}
