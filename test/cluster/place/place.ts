import type { Stack } from '@cairn/local/stack/stack';
import { until } from '@cairn/service-kit/testing/until';
import type { World } from '../checks/check.js';
import type { ClusterOptions } from '../options.js';
import { endCommands } from './command.js';
import { buildImages } from './images.js';
import { Kubectl, namespace } from './kubectl.js';
import { Lab } from './lab.js';
import { Release } from './release.js';
import { startSurroundings } from './surroundings.js';

/** Milliseconds. */
const patience = 60_000;

/** The cluster, what surrounds it and the release in it; stops what it started. */
export class Place {
  private readonly lab: Lab | undefined;
  private stack: Stack | undefined;
  private kubectl: Kubectl | undefined;
  private release: Release | undefined;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly options: ClusterOptions,
    private readonly say: (line: string) => void,
  ) {
    this.lab = options.lab === undefined ? undefined : new Lab(options.lab);
  }

  /** Cluster, images, surroundings, release. @throws Error with what the failing step said. */
  async start(): Promise<World> {
    const { options, lab, say } = this;
    const env = lab === undefined ? process.env : await lab.cluster();
    const kubectl = new Kubectl(env, namespace);
    this.kubectl = kubectl;
    const version = (await kubectl.run(['version']))
      .split('\n')
      .find(line => line.startsWith('Server Version'));
    say(`cluster: ${version ?? 'of no known version'}`);
    if (lab !== undefined && !options.skipImages) {
      say('== images');
      await buildImages(options, lab, say);
    }
    say('== install');
    const around = await startSurroundings(options, stack => {
      this.stack = stack;
    });
    const release = new Release(options, kubectl, around);
    this.release = release;
    await release.prepare();
    const began = performance.now();
    const { code, stdout, stderr } = await release.upgrade();
    if (code !== 0) throw new Error(`helm: ${stdout}${stderr}${await this.whatPodsSay()}`);
    say(`installed with --wait --atomic in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    const outside = await lab?.outside();
    return {
      ...{ options, kubectl, release, around, outside, say },
      docker: async () => await lab?.docker(),
      until: async (what, look, limit = patience) => {
        await until(what, look, limit);
      },
    };
  }

  /** Safe to call again. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    endCommands();
    // A cluster that this run did not start is left without what the run installed.
    if (!this.options.keep) await this.release?.remove().catch(error => this.say(String(error)));
    this.release?.forget();
    await this.stack?.stop();
    await this.lab?.closeOutside();
    if (!this.options.keep) await this.lab?.stop();
  }

  private async whatPodsSay(): Promise<string> {
    const args = ['get', 'events', '--field-selector=type=Warning', '-o', 'custom-columns=:message'];
    const { stdout } = (await this.kubectl?.attempt(args)) ?? { stdout: '' };
    return [...new Set(stdout.trim().split('\n'))].slice(-10).join('\n');
  }
}
