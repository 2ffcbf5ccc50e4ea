import { z } from 'zod';

/** What Node's `--cpu-prof` writes, as far as self times need it. Times in microseconds. */
export const cpuProfile = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.int() }),
    }),
  ),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.int()),
});
export type CpuProfile = z.infer<typeof cpuProfile>;

/** Self time of a function, or of a whole package. */
interface SelfTime {
  readonly name: string;
  /** Of the time in which the process did something; 0 to 1. */
  readonly share: number;
}

export interface ProfileSummary {
  /** Part of the time in which the process did anything; 0 to 1. */
  readonly busy: number;
  readonly byPackage: readonly SelfTime[];
  readonly byFunction: readonly SelfTime[];
}

/** The most expensive packages and functions of a profile by their own time, without the time that it was idle. */
export function summarise({ nodes, samples, timeDeltas }: CpuProfile, most: number): ProfileSummary {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const functions = new Map<string, number>();
  const packages = new Map<string, number>();
  let busy = 0;
  let idle = 0;
  for (const [at, sample] of samples.entries()) {
    const frame = frames.get(sample);
    const time = Math.max(0, timeDeltas[at] ?? 0);
    if (frame === undefined || frame.functionName === '(idle)') {
      idle += time;
      continue;
    }
    busy += time;
    const of = packageOf(frame);
    add(packages, of, time);
    add(functions, `${of} · ${frame.functionName || `(anonymous, line ${frame.lineNumber + 1})`}`, time);
  }
  const ranked = (times: Map<string, number>): SelfTime[] =>
    [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([name, time]) => ({ name, share: busy === 0 ? 0 : time / busy }));
  const all = busy + idle;
  return {
    busy: all === 0 ? 0 : busy / all,
    byPackage: ranked(packages),
    byFunction: ranked(functions),
  };
}

function add(times: Map<string, number>, name: string, time: number): void {
  times.set(name, (times.get(name) ?? 0) + time);
}

/** An npm package, a part of Node, or one of our own folders: `points/src/app`, `service-kit/kafka`. */
function packageOf({ url, functionName }: { url: string; functionName: string }): string {
  if (url === '') return functionName.startsWith('(') ? 'V8' : 'native';
  if (url.startsWith('node:')) return 'node';
  const installed = url.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (installed) return installed[1]!;
  const own = url.match(/\/(?:services|libs|tools)\/([^/]+)\/(?:dist|src)\/(?:src\/)?(.*)\/[^/]+$/);
  return own ? `${own[1]}/${own[2]}` : 'other';
}
