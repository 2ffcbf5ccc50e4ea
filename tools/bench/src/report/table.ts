import { figures } from '../figures.js';
import { spreadOf } from '../measure/statistics.js';
import type { PerformanceEntry } from './performance.js';

const head = ['figure', 'unit', 'Cairn (min – max)', 'baseline (min – max)', 'ratio', 'goal'];

/** The figures as rows of text: median with least and most of both sides. */
export function figureRows(entries: readonly PerformanceEntry[]): string[][] {
  return entries.flatMap(({ figure, unit, rounds, ratio, goal, higherIsBetter, beside }) => {
    const { title } = figures[figure];
    const sides = [rounds.map(({ value }) => value), rounds.map(({ baseline }) => baseline)].map(inRange);
    const better = higherIsBetter ? '' : ', lower is better';
    const wanted = goal === null ? 'none' : `${higherIsBetter ? '≥' : '≤'} ${goal}`;
    const row = [`${title}${better}`, unit, ...sides, String(ratio), wanted];
    return beside === undefined
      ? [row]
      : [row, [`beside it: ${beside.what}`, unit, '', inRange(beside.rounds), '', '']];
  });
}

function inRange(values: readonly number[]): string {
  const { median, min, max } = spreadOf(values);
  return `${number(median)} (${number(min)} – ${number(max)})`;
}

/** For a terminal: columns as wide as they must be. */
export function textTable(entries: readonly PerformanceEntry[]): string {
  const rows = [head, ...figureRows(entries)];
  const widths = head.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  return rows
    .map(
      row =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** For docs/performance.md. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}

export function figuresInMarkdown(entries: readonly PerformanceEntry[]): string {
  return markdownTable(head, figureRows(entries));
}

/** 1234.5 → "1,235"; what is under a hundred keeps one digit. */
export function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
