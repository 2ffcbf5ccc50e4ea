const articles = new Set(['a', 'an', 'the']);

/** A generated client's name for what a summary says: "Publish a series" → `publishSeries`. */
export function operationIdOf(summary: string): string {
  const words = (summary.replace(/['’]/g, '').match(/[A-Za-z0-9]+/g) ?? []).filter(
    word => !articles.has(word.toLowerCase()),
  );
  return words
    .map((word, index) => {
      const lower = word.toLowerCase();
      return index === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join('');
}

/** `/api/v1/code-pools/{id}` → `Code pools`; `skip` is what every path begins with. */
export function tagOf(path: string, skip = ''): string {
  const begin = `/${skip.replace(/^\/|\/$/g, '')}/`;
  const rest = path.startsWith(begin) ? path.slice(begin.length) : path.slice(1);
  const words = (rest.split('/')[0] ?? '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
