import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.js';

export const loopback = '127.0.0.1';

const given = new Set<number>();

/** Whether a server could listen there now, on the loopback address and on all. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, loopback)) && (await canListen(port, '0.0.0.0'));
}

/** A port of the system's choice, never the same twice in one process. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const server = createServer().on('error', reject);
      server.listen(0, loopback, () => {
        const address = server.address();
        server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
      });
    });
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

/** The port this part had in the last run on the same data, as long as it is free; else another, kept for next time. */
export async function rememberedPort(dataDir: string, part: string): Promise<number> {
  const path = join(dataDir, 'ports.json');
  const ports = readJson(path, z.record(z.string(), z.number().int())) ?? {};
  const last = ports[part];
  if (last !== undefined && !given.has(last) && (await isPortFree(last))) {
    given.add(last);
    return last;
  }
  const port = await freePort();
  writeJson(path, { ...readJson(path, z.record(z.string(), z.number().int())), [part]: port });
  return port;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
