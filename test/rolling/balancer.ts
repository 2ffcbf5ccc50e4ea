import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { until } from '@cairn/service-kit/testing/until';

/** Milliseconds between looks at who is ready: a copy that stops gets new connections for about as long. */
const lookEvery = 300;

/** Milliseconds in which a copy that has come up must be ready. */
const patience = 120_000;

/**
 * A service's address in a cluster: each new connection goes to one of the copies that were ready at the last look, and
 * stays there. It repeats nothing and knows nothing of HTTP; where a copy refuses, its client is refused.
 */
export class Balancer {
  private readonly ready = new Map<string, boolean>();
  private readonly sockets = new Set<Socket>();
  private turn = 0;
  private readonly looking: NodeJS.Timeout;

  private constructor(private readonly server: Server) {
    server.on('connection', client => this.pass(client));
    this.looking = setInterval(() => void this.look(), lookEvery);
  }

  static async listen(): Promise<Balancer> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Balancer(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves once it has seen that the copy is ready. */
  async add(copy: string): Promise<void> {
    this.ready.set(copy, false);
    await until(`${copy} is ready`, () => this.ready.get(copy), patience);
  }

  remove(copy: string): void {
    this.ready.delete(copy);
  }

  close(): void {
    clearInterval(this.looking);
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private async look(): Promise<void> {
    await Promise.all(
      [...this.ready.keys()].map(async copy => {
        const isReady = await answersReady(copy);
        if (this.ready.has(copy)) this.ready.set(copy, isReady);
      }),
    );
  }

  private pass(client: Socket): void {
    const copies = [...this.ready].filter(([, isReady]) => isReady);
    const [copy] = copies[this.turn++ % copies.length] ?? [];
    if (copy === undefined) {
      client.resetAndDestroy();
      return;
    }
    const { hostname, port } = new URL(copy);
    const upstream = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    this.join(client, upstream);
    this.join(upstream, client);
  }

  /** What one side sends, ends or breaks, the other side hears. */
  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.pipe(to);
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => this.sockets.delete(from));
  }
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(5_000),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
