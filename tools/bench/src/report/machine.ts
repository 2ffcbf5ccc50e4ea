import { readdirSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { stackFiles } from '@cairn/local/stack/paths';
import { z } from 'zod';
import type { Bed } from '../stack/bed.js';
import { onDatabase } from '../stack/databases.js';

export interface Machine {
  readonly system: string;
  readonly cpus: number;
  readonly model: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  readonly kafka: string;
}

/** What it was measured on: without it a figure says nothing. */
export async function describeMachine(bed: Bed): Promise<Machine> {
  const processors = cpus();
  return {
    system: type(),
    cpus: processors.length,
    model: processors[0]?.model.trim() || 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres: await onDatabase(bed, 'postgres', async client => {
      const { rows } = await client.query('SHOW server_version');
      return z.object({ server_version: z.string() }).parse(rows[0]).server_version;
    }),
    kafka: kafkaVersion(),
  };
}

/** By its jar: the broker does not tell its version to clients. */
function kafkaVersion(): string {
  if (process.env.KAFKA_BROKERS) return 'given by KAFKA_BROKERS';
  const jar = readdirSync(join(stackFiles(process.env), 'kafka')).find(name =>
    /^kafka_2\.13-.*\.jar$/.test(name),
  );
  return jar?.replace(/^kafka_2\.13-|\.jar$/g, '') ?? 'unknown';
}
