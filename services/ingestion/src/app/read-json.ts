export type ReadJson = { kind: 'json'; value: unknown } | { kind: 'broken'; message: string };

/** Long figures and exponents are where a double may differ from what was written; all others are read fast. */
const suspicious = /\d[\d.]{15}|\d[eE][+-]?\d/;

/** Refuses what is not UTF-8 instead of putting question marks there; leaves a byte order mark out. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON and rounds nothing: where a figure would become an integer that was not written (`9007199254740991.4`,
 * `0.99999999999999999999`, `1e-400`) it is NaN instead, which every schema refuses. Of a name that is there twice in
 * an object the last counts.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  const text = decoded(bytes);
  if (text === undefined) return { kind: 'broken', message: 'not UTF-8' };
  try {
    const value: unknown = suspicious.test(text) ? parseExactly(text) : JSON.parse(text);
    return { kind: 'json', value };
  } catch (error) {
    // A reviver goes down by recursion.
    if (error instanceof RangeError) return { kind: 'broken', message: 'nested too deeply' };
    return { kind: 'broken', message: `not JSON: ${(error as Error).message.slice(0, 200)}` };
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

function parseExactly(text: string): unknown {
  const reviver: Reviver = (_, value, { source }) =>
    typeof value === 'number' && source !== undefined && isRounded(value, source) ? Number.NaN : value;
  // The types of this library version do not know the third argument yet.
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
}

/** Whether an integer stands where another number was written; integers beyond 2^53 are for the schemas to refuse. */
function isRounded(value: number, source: string): boolean {
  if (!Number.isSafeInteger(value)) return false;
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return false;
  const zeros = Number(exponent) - fraction.length + digits.length - significant.length;
  // A safe integer has at most 16 digits: more is one that was rounded down to it.
  return (
    zeros < 0 ||
    significant.length + zeros > 16 ||
    `${significant}${'0'.repeat(zeros)}` !== `${Math.abs(value)}`
  );
}
