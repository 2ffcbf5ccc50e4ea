import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Lease, leasedSockets } from './lease.js';

describe('the lease of a relay', () => {
  it('holds for ten seconds from when the last answered statement was sent', async () => {
    let now = 1_000;
    const lease = new Lease(() => now);
    expect(lease.holds).toBe(false);
    await lease.proving(async () => {
      now += 4_000;
    });
    now = 10_999;
    expect(lease.holds).toBe(true);
    now = 11_000;
    expect(lease.holds).toBe(false);
  });

  it('is not renewed by a statement that fails', async () => {
    const lease = new Lease(() => 0);
    await expect(lease.proving(() => Promise.reject(new Error('session over')))).rejects.toThrow();
    expect(lease.holds).toBe(false);
  });
});

describe('a socket under a lease', () => {
  let server: Server;
  let heard = '';
  const sockets: Socket[] = [];

  beforeAll(async () => {
    server = createServer(socket => {
      sockets.push(socket);
      socket.on('data', data => {
        heard += String(data);
        socket.write('heard');
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('writes while it holds, and is destroyed instead of writing when it is over', async () => {
    let now = 0;
    const lease = new Lease(() => now);
    await lease.proving(async () => undefined);
    const { port } = server.address() as AddressInfo;
    const socket = leasedSockets(lease)({
      host: '127.0.0.1',
      port,
      ssl: undefined!,
      onConnect: () => undefined,
    });
    await once(socket, 'connect');
    socket.write('before');
    await once(socket, 'data');
    now = 60_000;
    const failed = once(socket, 'error');
    socket.write('after');
    expect(String((await failed)[0])).toContain('lease');
    expect(socket.destroyed).toBe(true);
    expect(heard).toBe('before');
  });
});
