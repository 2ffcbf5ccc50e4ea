import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventsHandled } from './metrics.js';
import { serveMetrics } from './metrics-server.js';

describe('the port of the metrics', () => {
  let server: Awaited<ReturnType<typeof serveMetrics>>;
  let url: string;
  beforeAll(async () => {
    server = await serveMetrics(0, '127.0.0.1');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('serves what is counted', async () => {
    eventsHandled.inc({ topic: 'a topic of this test' }, 3);
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toMatch(/topic="a topic of this test"[^\n]*} 3\n/);
  });

  it.each([
    ['GET', '/'],
    ['GET', '/health/live'],
    ['POST', '/metrics'],
  ])('knows nothing else: %s %s', async (method, path) => {
    expect((await fetch(`${url}${path}`, { method })).status).toBe(404);
  });
});
