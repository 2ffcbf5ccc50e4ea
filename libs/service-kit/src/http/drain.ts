import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

interface Connection {
  /** Requests on it whose answers have not left yet. */
  answering: number;
  /** Bytes that had come when the last answer left. */
  read: number;
}

/**
 * Lets a server end without losing a request (design.md §7). From `begin` on everything is served as before, and each
 * answer says `connection: close`: whoever keeps connections goes elsewhere with the next one. When the server closes,
 * what is under way is finished. Node alone would cut an answer that a slow client is still reading, and would wait out
 * the idle limit of a connection that was busy at the time.
 */
export class HttpDrain {
  private begun = false;
  private closing = false;
  private readonly connections = new Map<Socket, Connection>();

  get hasBegun(): boolean {
    return this.begun;
  }

  /** To be called before the server listens. */
  watch(fastify: FastifyInstance): void {
    const server = fastify.server as Server;
    server.on('connection', (socket: Socket) => {
      this.connections.set(socket, { answering: 0, read: 0 });
      socket.once('close', () => this.connections.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      const connection = this.connections.get(socket);
      if (connection === undefined) return;
      connection.answering++;
      response.once('close', () => {
        connection.answering--;
        connection.read = socket.bytesRead;
        if (this.closing) this.endIfIdle(socket, connection);
      });
    });
    // What is still sending its body keeps the connection: its answer would be lost in the reset.
    fastify.addHook('onSend', async ({ raw }, reply) => {
      if (this.begun && raw.complete) reply.header('connection', 'close');
    });
    // `server.close` calls it.
    server.closeIdleConnections = () => this.endIdle();
  }

  begin(): void {
    this.begun = true;
  }

  private endIdle(): void {
    this.closing = true;
    for (const [socket, connection] of this.connections) this.endIfIdle(socket, connection);
  }

  /** Idle: nothing to answer, and nothing of a next request has come. */
  private endIfIdle(socket: Socket, { answering, read }: Connection): void {
    if (answering === 0 && socket.bytesRead === read) socket.destroySoon();
  }
}
