import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

export interface ReadQuery {
  /** Series by name, with the labels that are matched on each. */
  readonly selected: readonly { readonly series: string; readonly labels: readonly string[] }[];
  /** Labels after `by`, `on` and the like. */
  readonly kept: readonly string[];
}

/** Grafana's variables, as a query of Prometheus's own. */
const variables: Readonly<Record<string, string>> = { $__rate_interval: '5m', $__range: '1h' };

/** @throws Error where it is not PromQL, or selects series without naming them */
export function readQuery(query: string): ReadQuery {
  const promql = query.replace(/\$__\w+/g, name => variables[name] ?? name);
  const textOf = ({ from, to }: SyntaxNode): string => promql.slice(from, to);
  const selected: { series: string; labels: string[] }[] = [];
  const kept: string[] = [];
  parser.parse(promql).iterate({
    enter: ({ node, name, type, from }) => {
      if (type.isError) throw new Error(`not PromQL at ${from}: ${promql}`);
      if (name === 'VectorSelector') {
        const series = node.getChild('Identifier');
        if (!series) throw new Error(`a selector without a name at ${from}: ${promql}`);
        const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
        selected.push({
          series: textOf(series),
          labels: matchers.map(matcher => textOf(matcher.getChild('LabelName')!)),
        });
      }
      if (name === 'GroupingLabels') kept.push(...node.getChildren('LabelName').map(textOf));
    },
  });
  return { selected, kept };
}
