const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A message as text; null where it is empty or no text. */
export function letterText(value: Buffer | null): string | null {
  if (value === null) return null;
  try {
    return utf8.decode(value);
  } catch {
    return null;
  }
}
