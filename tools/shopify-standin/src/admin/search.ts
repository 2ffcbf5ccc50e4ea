import { notImplemented } from './errors.js';

/** One `field:value` of Shopify's search syntax; all terms of a query must hold. */
export interface SearchTerm {
  field: string;
  value: string;
}

/**
 * The part of https://shopify.dev/docs/api/usage/search-syntax that the stand-in executes: `field:value` and
 * `field:"value"`, joined by spaces or AND.
 * @throws GraphQLError for anything else, rather than a wrong list
 */
export function parseSearch(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const match = /^(?:AND\s+)?([a-z_]+):(?:"([^"]*)"|'([^']*)'|([^\s"'()<>*]+))(?:\s+|$)/.exec(rest);
    if (!match?.[1]) throw notImplemented(`search query ${JSON.stringify(query)}`);
    terms.push({ field: match[1], value: match[2] ?? match[3] ?? match[4] ?? '' });
    rest = rest.slice(match[0].length);
  }
  return terms;
}
