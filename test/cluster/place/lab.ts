import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { attempt, type CommandOptions, command } from './command.js';

/** Milliseconds. */
const startLimit = 300_000;

/** Of TEST-NET-3, for documentation (RFC 5737). */
const outsideAddress = '203.0.113.7';

/** A lab's scripts: a throw-away cluster and Docker engine on this machine (test/cluster/README.md). */
export class Lab {
  private startedCluster = false;
  private startedDocker = false;
  private readonly outsideServers: Server[] = [];

  constructor(private readonly folder: string) {}

  /** Starts the Docker engine unless one answers, and returns the environment of its clients. */
  async docker(): Promise<NodeJS.ProcessEnv> {
    const answers = async (env: NodeJS.ProcessEnv) =>
      (await attempt('docker', ['version'], { env, limit: 15_000 })).code === 0;
    const env = await this.environmentOf('docker.sh');
    if (await answers(env)) return env;
    this.startedDocker = true;
    await this.run('docker.sh', ['up']);
    return env;
  }

  /** Starts the cluster unless it is up, and returns the environment of its clients. */
  async cluster(): Promise<NodeJS.ProcessEnv> {
    if ((await attempt(this.script('lab.sh'), ['status'], { limit: 15_000 })).code !== 0) {
      this.startedCluster = true;
      await this.run('lab.sh', ['up', 'both']);
    }
    return await this.environmentOf('lab.sh');
  }

  /** Puts the images of a `docker save` on the node. */
  async load(archive: string): Promise<void> {
    await this.run('lab.sh', ['load', archive]);
  }

  /**
   * Gives this machine an address that is of no private network, and listens there on 80 and 443: what stands for the
   * internet.
   */
  async outside(): Promise<string> {
    await command('ip', ['address', 'replace', `${outsideAddress}/32`, 'dev', 'lo']);
    for (const port of [80, 443]) {
      const server = createServer(socket => socket.destroy());
      this.outsideServers.push(server);
      server.listen(port, outsideAddress);
      await once(server, 'listening');
    }
    return outsideAddress;
  }

  /** Takes back what {@link outside} gave. */
  async closeOutside(): Promise<void> {
    if (this.outsideServers.length === 0) return;
    for (const server of this.outsideServers.splice(0)) server.close();
    await attempt('ip', ['address', 'delete', `${outsideAddress}/32`, 'dev', 'lo']);
  }

  /** Stops what this run started, and nothing else. */
  async stop(): Promise<void> {
    if (this.startedCluster) await this.run('lab.sh', ['down']);
    if (this.startedDocker) await this.run('docker.sh', ['down']);
    this.startedCluster = false;
    this.startedDocker = false;
  }

  private async environmentOf(script: string): Promise<NodeJS.ProcessEnv> {
    const source = 'settings="$("$0" env)" && eval "$settings" && env -0';
    const text = await command('bash', ['-c', source, this.script(script)]);
    return Object.fromEntries(
      text.split('\0').map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
  }

  private async run(script: string, args: string[], options: CommandOptions = {}): Promise<void> {
    await command(this.script(script), args, { limit: startLimit, ...options });
  }

  private script(name: string): string {
    return join(this.folder, name);
  }
}
