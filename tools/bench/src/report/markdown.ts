import { figures } from '../figures.js';
import type { CpuShare } from '../profile/cpu-time.js';
import type { Hop } from '../profile/hops.js';
import type { ServiceProfile } from '../profile/service-profile.js';
import type { Configuration, Setting } from './configuration.js';
import type { Machine } from './machine.js';
import type { PerformanceEntry } from './performance.js';
import { figuresInMarkdown, markdownTable, number } from './table.js';

export interface Report {
  readonly entries: readonly PerformanceEntry[];
  readonly machine: Machine;
  readonly date: string;
  readonly configuration: Configuration;
  readonly profiles: readonly ServiceProfile[];
  /** Who used the processors under the highest rate of sales that held. */
  readonly cpu: readonly CpuShare[];
  /** The way of a sale at half of that rate. */
  readonly hops: readonly Hop[];
}

/**
 * docs/performance.md: the hand-written template with `{{name}}` replaced by what was measured. `{{ratio of
 * ledger.rows}}`, `{{value of …}}` and `{{baseline of …}}` put a figure into the prose, so that no number is ever typed.
 * @throws Error for a place that names nothing
 */
export function render(template: string, report: Report): string {
  const parts: Record<string, string> = {
    figures: figuresInMarkdown(report.entries),
    baselines: markdownTable(
      ['figure', 'baseline'],
      report.entries.map(({ figure }) => [figure, figures[figure].baseline]),
    ),
    machine: markdownTable(
      ['', ''],
      Object.entries(report.machine).map(([name, value]) => [name, String(value)]),
    ),
    date: report.date.slice(0, 10),
    postgres: settings(report.configuration.postgres),
    broker: settings(report.configuration.broker),
    product: settings(report.configuration.product),
    baseline: settings(report.configuration.baseline),
    indexes: settings(report.configuration.indexes.map(({ name, value }) => ({ name, value: code(value) }))),
    cpu: markdownTable(
      ['process', 'cores'],
      report.cpu.map(({ name, cores }) => [name, cores.toFixed(2)]),
    ),
    hops: markdownTable(
      ['a sale, since it was accepted', 'median'],
      report.hops.map(({ name, median }) => [name, `${number(median)} ms`]),
    ),
    profiles: report.profiles.map(profileSection).join('\n'),
  };
  return template.replaceAll(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const part = parts[name.trim()] ?? inProse(name.trim(), report.entries);
    if (part === undefined) throw new Error(`the template asks for "${name}", which is nothing`);
    return part.trimEnd();
  });
}

function inProse(name: string, entries: readonly PerformanceEntry[]): string | undefined {
  const [what, figure] = name.split(' of ');
  const entry = entries.find(each => each.figure === figure);
  if (entry === undefined) return undefined;
  if (what === 'ratio') return String(entry.ratio);
  if (what === 'value') return `${number(entry.value)} ${entry.unit}`;
  if (what === 'baseline') return `${number(entry.baseline)} ${entry.unit}`;
  return undefined;
}

function settings(of: readonly Setting[]): string {
  return markdownTable(
    ['setting', 'value'],
    of.map(({ name, value }) => [name, value]),
  );
}

function profileSection({ service, under, perSecond, profile, statements }: ServiceProfile): string {
  const times = (of: ServiceProfile['profile']['byFunction']): string[][] =>
    of.map(({ name, share }) => [code(name), percent(share)]);
  return `### ${service}

${under}: ${number(perSecond)} events/s with the profiler on; its thread was busy for ${percent(profile.busy)} of the time.

${markdownTable(['function, by its own time', 'share'], times(profile.byFunction))}
${markdownTable(['package, by its own time', 'share'], times(profile.byPackage))}
${markdownTable(
  ['statement, by total time', 'calls', 'total', 'mean', 'share'],
  statements.map(({ text, calls, total, mean, share }) => [
    ...[code(shortened(text)), number(calls), `${number(total)} ms`, `${mean.toFixed(2)} ms`, percent(share)],
  ]),
)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Backticks without what would end them. */
function code(text: string): string {
  return `\`${text.replaceAll(/\s+/g, ' ').trim().replaceAll('`', "'")}\``;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 157)}…` : line;
}
