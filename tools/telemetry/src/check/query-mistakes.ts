import { readQuery } from './read-query.js';

/** What a query names that no service serves; in words, none where it is right. */
export function queryMistakes(query: string, known: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const { selected, kept } = readQuery(query);
  const unknown = selected
    .filter(({ series }) => !known.has(series))
    .map(({ series }) => `nobody serves ${series}`);
  const matched = selected.flatMap(({ series, labels }) =>
    labels
      .filter(label => known.has(series) && !known.get(series)?.has(label))
      .map(label => `${series} has no label ${label}`),
  );
  const labels = new Set(selected.flatMap(({ series }) => [...(known.get(series) ?? [])]));
  const lost = kept.filter(label => !labels.has(label)).map(label => `no series here has a label ${label}`);
  return [...unknown, ...matched, ...lost];
}
