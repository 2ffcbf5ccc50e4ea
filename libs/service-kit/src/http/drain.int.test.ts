import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { until } from '../testing/until.js';
import { HttpDrain } from './drain.js';

/** More than the buffers of both ends take. */
const large = 'x'.repeat(50_000_000);

let fastify: FastifyInstance;
let drain: HttpDrain;
let port: number;
/** Lets `/slow` answer. */
let answer: () => void;

beforeEach(async () => {
  fastify = Fastify({ return503OnClosing: false });
  drain = new HttpDrain();
  drain.watch(fastify);
  const answered = new Promise<void>(resolve => {
    answer = resolve;
  });
  fastify.get('/quick', async () => 'quick');
  fastify.get('/slow', async () => {
    await answered;
    return 'slow';
  });
  fastify.get('/large', async () => large);
  fastify.post('/echo', async ({ body }) => body);
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  port = (fastify.server.address() as AddressInfo).port;
});
afterEach(async () => {
  fastify.server.closeAllConnections();
  await fastify.close();
});

function ask(path: string, agent: Agent | false = false, headers = {}, method = 'GET') {
  const request = httpRequest({ port, path, host: '127.0.0.1', agent, headers, method });
  const response = once(request, 'response').then(([got]) => got as IncomingMessage);
  if (method === 'GET') request.end();
  return { request, response };
}

/** One connection that is kept, as a balancer's. */
const keeping = () => new Agent({ keepAlive: true, maxSockets: 1 });

async function askedFor(path: string, agent: Agent) {
  const response = await ask(path, agent).response;
  return { body: await text(response), connection: response.headers.connection };
}

async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await once(socket.resume(), 'close');
}

const connections = async () =>
  await new Promise<number>(resolve => fastify.server.getConnections((_, count) => resolve(count)));

describe('a server that drains', () => {
  it('takes what comes, and has whoever keeps a connection go elsewhere', async () => {
    const agent = keeping();
    expect(await askedFor('/quick', agent)).toEqual({ body: 'quick', connection: 'keep-alive' });
    drain.begin();
    expect(await askedFor('/quick', agent)).toEqual({ body: 'quick', connection: 'close' });
    expect(await askedFor('/quick', agent)).toEqual({ body: 'quick', connection: 'close' });
  });

  it('answers what was under way when it began, and closes with it', async () => {
    const agent = keeping();
    const { response } = ask('/slow', agent);
    await until('the request is there', async () => (await connections()) === 1);
    drain.begin();
    const end = fastify.close();
    answer();
    expect(await text(await response)).toBe('slow');
    await end;
  });

  it('closes as soon as the last answer is out, where its head had gone before', async () => {
    const agent = keeping();
    const response = await ask('/large', agent).response;
    drain.begin();
    const end = fastify.close();
    expect(response.headers.connection).toBe('keep-alive');
    expect((await text(response)).length).toBe(large.length);
    await end;
  });

  it('takes the rest of a body that was half sent', async () => {
    const body = JSON.stringify({ a: 'b' });
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const { request, response } = ask('/echo', false, headers, 'POST');
    request.write(body.slice(0, 4));
    await until('the request is there', async () => (await connections()) === 1);
    drain.begin();
    const end = fastify.close();
    await until('nobody else is let in', () => !fastify.server.listening);
    request.end(body.slice(4));
    expect(await text(await response)).toBe(body);
    await end;
  });

  it('takes a request whose head was half sent', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /quick HTTP/1.1\r\nhost: ');
    await until('it came', async () => (await connections()) === 1);
    drain.begin();
    const end = fastify.close();
    await until('nobody else is let in', () => !fastify.server.listening);
    socket.end('h\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK.*connection: close.*quick$/s);
    await end;
  });

  it('closes connections on which nothing is under way at once', async () => {
    const unused = connect(port, '127.0.0.1');
    await once(unused, 'connect');
    const agent = keeping();
    await askedFor('/quick', agent);
    await until('both are there', async () => (await connections()) === 2);
    await Promise.all([closed(unused), fastify.close()]);
  });
});
