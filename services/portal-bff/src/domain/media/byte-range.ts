/** Bytes from the first to the last, both with it. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * What a Range header asks of `size` bytes (RFC 9110 §14): one range; several, other units and what cannot be read are
 * answered with the whole.
 * @returns `whole`, the range, or `unsatisfiable` where it begins behind the end.
 */
export function rangeOf(header: string | undefined, size: number): 'whole' | 'unsatisfiable' | ByteRange {
  const [, first, last] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const wanted = Number(last);
    return wanted === 0 || size === 0 ? 'unsatisfiable' : { from: Math.max(0, size - wanted), to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return 'whole';
  return from >= size ? 'unsatisfiable' : { from, to };
}
