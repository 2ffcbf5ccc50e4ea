import { parseArgs } from 'node:util';
import { type GroupName, groupNames, usualGroups } from './figures.js';

export interface Options {
  readonly rounds: number;
  /** Which groups of figures; the usual ones by default. */
  readonly only: readonly GroupName[];
  /** One small round of each: to see that it works, not to measure. */
  readonly quick: boolean;
  /** Where the report goes; undefined: docs/ after a whole run, nowhere after a part of one. */
  readonly out: string | undefined;
}

export const usage = `npm run bench -- [options]
  --rounds N        rounds of each figure, 5 or more for a report (default 5)
  --only a,b        only these figures: ${usualGroups.join(', ')}; or by itself: size
  --quick           one small round of each, to see that it works
  --out DIR         write the report there (default: docs, after a whole run, or all rounds of size)
  --help
`;

/** Null where help was asked for. @throws Error in words for a person. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100)
    throw new Error(`--rounds must be a whole number from 1 to 100, not "${values.rounds}"`);
  const only = values.only?.split(',').map(name => name.trim()) ?? usualGroups;
  const unknown = only.find(name => !isGroupName(name));
  if (unknown !== undefined)
    throw new Error(`--only does not know "${unknown}"; it knows ${groupNames.join(', ')}`);
  if (only.includes('size') && only.length > 1)
    throw new Error('--only size grows databases that would be in the way of others: run it by itself');
  return { rounds, only: only.filter(isGroupName), quick: values.quick, out: values.out };
}

/** Whether the run is one that may stand in docs/. */
export function isWhole({ rounds, only, quick }: Options): boolean {
  const groups = only.includes('size') ? only : usualGroups;
  return !quick && rounds >= 5 && groups.every(name => only.includes(name));
}

function isGroupName(name: string): name is GroupName {
  return groupNames.some(each => each === name);
}
