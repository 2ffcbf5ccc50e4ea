import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceName, services } from '@cairn/contracts/services';
import type { ClusterOptions } from '../options.js';
import { command } from './command.js';
import type { Lab } from './lab.js';

/** Milliseconds: the first build installs every package. */
const buildLimit = 1_200_000;

export function imageOf({ images }: Pick<ClusterOptions, 'images'>, service: ServiceName): string {
  return `${images.registry}/${service}:${images.tag}`;
}

/** Builds the six images in the lab's engine and puts them on the cluster's node. */
export async function buildImages(
  options: ClusterOptions,
  lab: Lab,
  say: (line: string) => void,
): Promise<void> {
  // The classic builder: an engine that has no BuildKit is enough.
  const env = { ...(await lab.docker()), DOCKER_BUILDKIT: '0' };
  const registry = (await command('npm', ['config', 'get', 'registry'])).trim();
  for (const service of services) {
    const began = performance.now();
    const args = ['--build-arg', `NPM_CONFIG_REGISTRY=${registry}`, '--build-arg', `SERVICE=${service}`];
    await command('docker', ['build', ...args, '-t', imageOf(options, service), '.'], {
      env,
      limit: buildLimit,
    });
    const size = await command('docker', ['image', 'inspect', '-f', '{{.Size}}', imageOf(options, service)], {
      env,
    });
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    say(`${imageOf(options, service)}: ${(Number(size) / 1e6).toFixed(0)} MB, built in ${seconds} s`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cairn-images-'));
  try {
    const archive = join(folder, 'images.tar');
    const names = services.map(service => imageOf(options, service));
    await command('docker', ['save', '-o', archive, ...names], { env, limit: buildLimit });
    await lab.load(archive);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
