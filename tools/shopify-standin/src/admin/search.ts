import { notImplemented } from './errors.js';

export type Comparator = '<' | '<=' | '>' | '>=';

/** One `field:value` of Shopify's search syntax, or a bare word (field `default`); all terms must hold. */
export interface SearchTerm {
  field: string;
  value: string;
  /** `value*` */
  isPrefix: boolean;
  /** `field:<value`; null: equal */
  comparator: Comparator | null;
}

export interface SearchFeatures {
  /** fields that may be compared, such as created_at */
  comparable?: readonly string[];
  /** bare words and `value*` */
  words?: boolean;
}

const TERM =
  /^(?:AND\s+)?(?:([a-z_]+):(<=|>=|<|>)?)?(?:"([^"]*)"|'([^']*)'|([^\s"'()<>*:-][^\s"'()<>*]*)(\*)?)(?:\s+|$)/;

/**
 * The part of https://shopify.dev/docs/api/usage/search-syntax that the stand-in executes: `field:value`,
 * `field:"value"`, and by `features` `field:<value`, words and `value*`, joined by spaces or AND.
 * @throws GraphQLError for anything else, rather than a wrong list
 */
export function parseSearch(
  query: string,
  { comparable = [], words = false }: SearchFeatures = {},
): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const match = TERM.exec(rest);
    const [, field = 'default', comparator, doubleQuoted, singleQuoted, bare = '', star] = match ?? [];
    const isJoin = field === 'default' && ['OR', 'NOT', 'AND'].includes(bare);
    const isBuilt =
      (words || (field !== 'default' && !star)) && (!comparator || comparable.includes(field)) && !isJoin;
    if (!match || !isBuilt) throw notImplemented(`search query ${JSON.stringify(query)}`);
    terms.push({
      field,
      value: doubleQuoted ?? singleQuoted ?? bare,
      isPrefix: star !== undefined,
      comparator: (comparator as Comparator | undefined) ?? null,
    });
    rest = rest.slice(match[0].length);
  }
  return terms;
}

/** Whether `own` stands to the term's instant as the term says. Milliseconds. */
export function matchesInstant(own: number, term: SearchTerm): boolean {
  const wanted = Date.parse(term.value);
  if (Number.isNaN(wanted)) throw notImplemented(`search for the instant ${JSON.stringify(term.value)}`);
  return stands(own, wanted, term);
}

export function matchesNumber(own: number, term: SearchTerm): boolean {
  return stands(own, Number(term.value), term);
}

function stands(own: number, wanted: number, { comparator }: SearchTerm): boolean {
  if (comparator === '<') return own < wanted;
  if (comparator === '<=') return own <= wanted;
  if (comparator === '>') return own > wanted;
  if (comparator === '>=') return own >= wanted;
  return own === wanted;
}

/** Whether the term's words follow one another in `text`, without regard to case; the last may be a prefix. */
export function matchesWords(text: string, { value, isPrefix }: SearchTerm): boolean {
  const own = wordsOf(text);
  const wanted = wordsOf(value);
  return own.some((_, at) =>
    wanted.every((word, offset) => {
      const candidate = own[at + offset];
      const isLast = offset === wanted.length - 1;
      return isPrefix && isLast ? (candidate?.startsWith(word) ?? false) : candidate === word;
    }),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
