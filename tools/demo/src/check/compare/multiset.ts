/** What is in `expected` and not in `observed`, and the other way round; what occurs twice counts twice. */
export function unmatched<A, B>(
  expected: readonly A[],
  observed: readonly B[],
  keyOfExpected: (item: A) => string,
  keyOfObserved: (item: B) => string,
): { missing: A[]; extra: B[] } {
  const left = new Map<string, B[]>();
  for (const item of observed) {
    const key = keyOfObserved(item);
    const same = left.get(key);
    if (same) same.push(item);
    else left.set(key, [item]);
  }
  const missing = expected.filter(item => left.get(keyOfExpected(item))?.pop() === undefined);
  return { missing, extra: [...left.values()].flat() };
}
