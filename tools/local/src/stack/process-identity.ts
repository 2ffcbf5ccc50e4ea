import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a living process began, as text that only that process has: a pid alone may have been given away again.
 * Undefined when no such process lives.
 */
export function processBegan(pid: number): string | undefined {
  if (process.platform === 'linux') return fromProc(pid);
  const out = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
  return out || undefined;
}

export function isSameProcess(pid: number, began: string): boolean {
  return processBegan(pid) === began;
}

function fromProc(pid: number): string | undefined {
  try {
    return beganFromStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Field 22 of /proc/PID/stat, in clock ticks since boot. The command in brackets may hold spaces and brackets,
 * so fields are counted from behind it. A zombie (state Z) has ended and counts as not living.
 */
export function beganFromStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}
