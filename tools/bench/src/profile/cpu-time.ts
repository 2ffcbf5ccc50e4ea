import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** CPU time that processes have used so far, in seconds, by pid, with what their ended children used. */
interface Usage {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
}

/** Kernel clock ticks a second: fixed on Linux for what it tells user space. */
const ticks = 100;

/** Part of a core that something used. */
export interface CpuShare {
  readonly name: string;
  readonly cores: number;
}

/** CPU time of each named process with all below it; empty where the system has no /proc. */
export function cpuTimes(roots: ReadonlyMap<string, number>): Map<string, number> {
  if (!existsSync('/proc/self/stat')) return new Map();
  const usages = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => usageOf(Number(name)) ?? []);
  const total = (pid: number): number =>
    usages.reduce(
      (sum, usage) =>
        sum + (usage.pid === pid ? usage.seconds : 0) + (usage.parent === pid ? total(usage.pid) : 0),
      0,
    );
  return new Map([...roots].map(([name, pid]) => [name, total(pid)]));
}

/** What each used between two looks, the most first. @param seconds between them */
export function cpuShares(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  seconds: number,
): CpuShare[] {
  return [...after]
    .map(([name, used]) => ({ name, cores: Math.max(0, used - (before.get(name) ?? 0)) / seconds }))
    .sort((a, b) => b.cores - a.cores);
}

function usageOf(pid: number): Usage | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It has ended in between.
    return undefined;
  }
  // The name may hold anything, brackets too; what follows its last one is numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const used = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
  return { pid, parent: Number(fields[1]), seconds: used / ticks };
}
