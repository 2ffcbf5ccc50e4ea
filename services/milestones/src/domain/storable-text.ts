/**
 * The path of the first text that Postgres cannot keep: one with a NUL, or with half a surrogate pair. Undefined where
 * there is none.
 */
export function unstorablePath(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? path.join('.') : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found = unstorablePath(part, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
