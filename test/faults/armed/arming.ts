import { join } from 'node:path';
import type { CrashPoint } from '@cairn/service-kit/crash-point';
import { z } from 'zod';

/** Where a process is to die: the `hit`th time that it comes by. */
export const arming = z.object({
  point: z.custom<CrashPoint>(value => typeof value === 'string'),
  /** The topic, kind of work or operation; null: any. */
  of: z.string().nullable(),
  hit: z.int().min(1),
});

export type Arming = z.infer<typeof arming>;

/** By what file the harness arms a process, which it answers with the second, and tells with the third that it dies. */
export function armingFiles(dir: string, pid: number): { armed: string; ready: string; fired: string } {
  const file = (what: string) => join(dir, `${pid}.${what}`);
  return { armed: file('json'), ready: file('ready'), fired: file('fired') };
}

/** Names the folder of these files for the services. */
export const faultsDirVariable = 'FAULTS_DIR';
