import { type DemoResult, isWell } from '../demo-result.js';

const differencesShown = 20;
const rejectedShown = 5;
const number = (value: number) => Math.round(value).toLocaleString('en');

/** What a person wants to know in the end, as lines. */
export function summaryOf(result: DemoResult): string {
  const { totals, added } = result;
  const lines = [
    '',
    `Brand ${result.brand.slug} (${result.brand.id})`,
    row('ambassadors', number(result.ambassadors)),
    row('events sent', number(result.sent)),
    row('accepted', number(result.accepted)),
    row('ledger rows', number(totals.rows)),
    row('points', number(totals.points)),
    row('unlocks', number(totals.unlocks)),
    row('codes', number(totals.codes)),
    row('orders', ordersWords(result)),
    row(
      'e-mails',
      `${number(totals.mails)}${result.lateMails > 0 ? `, ${number(result.lateMails)} ahead of a late reward` : ''}`,
    ),
  ];
  if (result.sent > 0) {
    lines.push(
      row(
        'rate',
        `${number(result.takenASecond)} events/s taken, ${number(result.judgedASecond)} events/s judged`,
      ),
    );
  }
  if (added) {
    const { rows, codes, orders, mails } = added;
    lines.push(
      row(
        'added by this run',
        `${number(rows)} ledger rows, ${number(codes)} codes, ${number(orders)} orders, ${number(mails)} e-mails`,
      ),
    );
  }
  return `${[...lines, ...notSentLines(result), ...rejectedLines(result), ...linkLines(result), ...verdict(result)].join('\n')}\n`;
}

function ordersWords({ totals, openDrafts }: DemoResult): string {
  const drafts = openDrafts === 0 ? '' : `, and ${number(openDrafts)} drafts that became none`;
  return number(totals.orders) + drafts;
}

function notSentLines({ notSent }: DemoResult): string[] {
  if (notSent.length === 0) return [];
  const lines = notSent.flatMap(({ reason, count, examples }) => [
    row(`  ${reason.replaceAll('_', ' ')}`, number(count)),
    ...examples.map(example => `      ${example}`),
  ]);
  return ['', 'Lines of the file that were not sent', ...lines];
}

function rejectedLines({ rejected }: DemoResult): string[] {
  if (rejected.length === 0) return [];
  const shown = rejected.slice(0, rejectedShown).map(({ id, code, errors }) => `  ${id}: ${code} ${errors}`);
  return ['', `Events that were rejected: ${number(rejected.length)}`, ...shown];
}

function linkLines({ links }: DemoResult): string[] {
  if (links.length === 0) return [];
  const lines = links.flatMap(({ name, standing, url }) => [
    `  ${name}, ${standing}`,
    `    ${url ?? 'the mail with the link did not come'}`,
  ]);
  return ['', 'Sign-in links (good once, for 15 minutes)', ...lines];
}

function verdict(result: DemoResult): string[] {
  const { differences } = result;
  if (differences.length > 0) {
    const kinds = [...Map.groupBy(differences, difference => difference.kind)];
    return [
      '',
      `NOT EQUAL: ${number(differences.length)} differences`,
      ...kinds.map(([kind, all]) => row(`  ${kind.replaceAll('_', ' ')}`, number(all.length))),
      ...differences
        .slice(0, differencesShown)
        .map(({ ambassador, kind, detail }) => `  ${ambassador ?? '-'} ${kind}: ${detail}`),
    ];
  }
  if (!isWell(result)) {
    return ['', 'EQUAL, BUT NOT WELL: events were rejected, or a run that should change nothing did'];
  }
  return ['', `Everybody equal: ${number(result.ambassadors)} ambassadors checked against the file`];
}

function row(name: string, value: string): string {
  return `${name.padEnd(30)} ${value}`;
}
