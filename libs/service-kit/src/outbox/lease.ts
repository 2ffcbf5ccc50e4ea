import net from 'node:net';
import tls from 'node:tls';
import type { ISocketFactory } from 'kafkajs';

/** Milliseconds that the server lets the relay's session stand without a statement; then its lock is another's. */
export const sessionIdleLimit = 15_000;

/** Milliseconds for which a statement proves, from when it was sent, that the session and its lock still stand. */
const proofLasts = 10_000;

/**
 * What the holder of the relay's lock may rely on. A process that was frozen finds it over when it wakes, whatever it
 * was in the middle of: its successor may have published since.
 */
export class Lease {
  private until = 0;

  /** Milliseconds of a clock that goes on while the process stands still. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  get holds(): boolean {
    return this.now() < this.until;
  }

  /** Runs a statement on the session that has the lock; its answer renews the lease. */
  async proving<Answer>(statement: () => Promise<Answer>): Promise<Answer> {
    const sentAt = this.now();
    const answer = await statement();
    this.until = sentAt + proofLasts;
    return answer;
  }
}

/** Milliseconds; as kafkajs' own sockets. */
const keepAliveDelay = 60_000;

/**
 * Sockets that write nothing once the lease is over, so that a late record never comes to lie behind its successor's:
 * readers would drop it by its version, but compaction keeps the last (ADR 25).
 */
export function leasedSockets(lease: Lease): ISocketFactory {
  return ({ host, port, ssl, onConnect }) => {
    const socket = ssl
      ? tls.connect({ host, port, ...(net.isIP(host) === 0 ? { servername: host } : {}), ...ssl }, onConnect)
      : net.connect({ host, port }, onConnect);
    socket.setKeepAlive(true, keepAliveDelay);
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    socket.write = (...args: unknown[]) => {
      if (lease.holds) return write(...args);
      socket.destroy(new Error('the lease of the outbox relay is over'));
      return false;
    };
    return socket;
  };
}
