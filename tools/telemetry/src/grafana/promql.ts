import type { Query } from './dashboard.js';

/** A counter's rate, `where` its label matchers, `by` the labels to keep. */
export function rate(counter: string, where = '', by: readonly string[] = []): string {
  return `sum${kept(by)} (rate(${counter}${braces(where)}[$__rate_interval]))`;
}

/** What a counter grew by in the time that is shown. */
export function grown(counter: string, where = '', by: readonly string[] = []): string {
  return `sum${kept(by)} (increase(${counter}${braces(where)}[$__range]))`;
}

/** A quantile of a histogram. */
export function quantile(of: number, histogram: string, where = '', by: readonly string[] = []): string {
  return `histogram_quantile(${of}, ${rate(`${histogram}_bucket`, where, [...by, 'le'])})`;
}

/** p50, p95 and p99 of a histogram. */
export function quantiles(histogram: string, where = ''): Query[] {
  return [0.5, 0.95, 0.99].map(of => ({ expr: quantile(of, histogram, where), legend: `p${of * 100}` }));
}

/** The part of a histogram's observations that `bad` matches. */
export function share(histogram: string, where: string, bad: string, by: readonly string[] = []): string {
  const both = [where, bad].filter(Boolean).join(', ');
  return `${rate(`${histogram}_count`, both, by)} / ${rate(`${histogram}_count`, where, by)}`;
}

/** Requests that a person or a brand's system made: without probes, and streams, which last as long as a page is open. */
export const requests = 'route!~"/health/.*|/metrics|/api/portal/v1/stream"';

function kept(labels: readonly string[]): string {
  return labels.length === 0 ? '' : ` by (${labels.join(', ')})`;
}

function braces(where: string): string {
  return where === '' ? '' : `{${where}}`;
}
