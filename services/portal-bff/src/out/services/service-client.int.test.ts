import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { ServiceTokens } from '@cairn/service-kit/http/service-tokens';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PortalConfig } from '../../config.js';
import { ServiceClient } from './service-client.js';

/** What a service does with each connection, in their order; the last goes on. */
type Deed = (socket: Socket) => void;

const answer: Deed = socket => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
const reset: Deed = socket => socket.resetAndDestroy();

let server: Server;
let heard: string[];
let deeds: Deed[];
let client: ServiceClient;

beforeEach(async () => {
  heard = [];
  server = createServer(socket => {
    socket.on('error', () => undefined);
    socket.once('data', data => {
      heard.push(String(data));
      (deeds.length > 1 ? deeds.shift()! : deeds[0]!)(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = clientOf(portOf(server));
});
afterEach(() => {
  server.close();
});

const portOf = (of: Server) => (of.address() as AddressInfo).port;

function clientOf(port: number): ServiceClient {
  const config = { POINTS_URL: `http://127.0.0.1:${port}`, SERVICE_TOKEN: 'service-token-of-tests' };
  const tokens = new ServiceTokens(config as PortalConfig, createLogger('test', 'silent'));
  return new ServiceClient(config as PortalConfig, tokens);
}

const read = () => client.send('points', null, { method: 'GET', path: ['things'] });
const command = () => client.send('points', null, { method: 'POST', path: ['things'], body: {} });

describe('a call to a service whose copies come and go', () => {
  it('has a connection of its own, so that it reaches whoever is ready now', async () => {
    deeds = [answer];
    await read();
    await read();
    expect(heard).toHaveLength(2);
    expect(heard[0]).toMatch(/^connection: close\r$/im);
  });

  it('that reads goes again where its connection broke', async () => {
    deeds = [reset, reset, answer];
    expect(await read()).toEqual({});
    expect(heard).toHaveLength(3);
  });

  it('that commands does not: somebody may have heard it', async () => {
    deeds = [reset, answer];
    await expect(command()).rejects.toMatchObject({ code: 'unavailable' });
    expect(heard).toHaveLength(1);
  });

  it('goes again, whatever it is, where nobody was there to hear it', async () => {
    deeds = [answer];
    const port = portOf(server);
    server.close();
    await once(server, 'close');
    client = clientOf(port);
    const calls = [read(), command()];
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await Promise.all(calls)).toEqual([{}, {}]);
  });

  it('says in the end that nobody answers', async () => {
    deeds = [reset];
    await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
    expect(heard).toHaveLength(4);
  });
});
