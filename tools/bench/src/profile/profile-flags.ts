import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuProfile, type ProfileSummary, summarise } from './cpu-profile.js';

/** Lines of a summary. */
const most = 10;

/** Node's flags that make a process leave a profile in a directory of its own when it ends. */
export function profileInto(dir: string): string[] {
  mkdirSync(dir, { recursive: true });
  return ['--cpu-prof', `--cpu-prof-dir=${dir}`];
}

/** The profile that a process left. @throws Error where there is none: it did not end by itself */
export function readProfile(dir: string): ProfileSummary {
  const [file] = readdirSync(dir).filter(name => name.endsWith('.cpuprofile'));
  if (file === undefined) throw new Error(`no profile was left in ${dir}`);
  return summarise(cpuProfile.parse(JSON.parse(readFileSync(join(dir, file), 'utf8'))), most);
}
