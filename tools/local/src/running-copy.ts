import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Cairn } from './cairn.js';
import { readJson, writeJson } from './stack/json-file.js';
import { lockOwner } from './stack/lock.js';

const runningCopy = z.object({
  pid: z.number().int(),
  platformToken: z.string(),
  urls: z.object({
    portal: z.string(),
    ingestion: z.string(),
    inbox: z.string().optional(),
    shop: z.string().optional(),
  }),
});
export type RunningCopy = z.infer<typeof runningCopy>;

/** Tells other commands, on disk, that this copy is up and where. */
export function announce(dataDir: string, { urls, platformToken }: Cairn): void {
  writeJson(join(dataDir, 'running.json'), { pid: process.pid, platformToken, urls } satisfies RunningCopy);
}

export function withdraw(dataDir: string): void {
  rmSync(join(dataDir, 'running.json'), { force: true });
}

/** The copy that is up on this data, if its process still lives. */
export function findRunningCopy(dataDir: string): RunningCopy | undefined {
  const copy = readJson(join(dataDir, 'running.json'), runningCopy);
  return copy && lockOwner(dataDir) === copy.pid ? copy : undefined;
}

/** What the demo and the seed are told. */
export function copyEnvironment({
  urls,
  platformToken,
}: Pick<RunningCopy, 'urls' | 'platformToken'>): NodeJS.ProcessEnv {
  return {
    CAIRN_URL: urls.portal,
    INGESTION_URL: urls.ingestion,
    INBOX_URL: urls.inbox,
    SHOP_URL: urls.shop,
    CAIRN_PLATFORM_TOKEN: platformToken,
  };
}
