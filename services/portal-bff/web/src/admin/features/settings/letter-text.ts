/** A message as it is shown to be mended: JSON indented, any other text as it is. */
export function shownMessage(value: string | null): string {
  if (value === null) return '';
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

export type Mended =
  | { kind: 'same' }
  | { kind: 'mended'; value: Record<string, unknown> }
  /** It cannot be sent: why, in words. */
  | { kind: 'wrong'; words: string };

/** What a replay sends of the edited text: nothing where it says the same, else the whole message. */
export function mendedMessage(edited: string, original: string | null): Mended {
  if (edited.trim() === shownMessage(original).trim()) return { kind: 'same' };
  try {
    const value: unknown = JSON.parse(edited);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { kind: 'mended', value: value as Record<string, unknown> };
    }
    return { kind: 'wrong', words: 'A message is a JSON object: it begins with { and ends with }.' };
  } catch (error) {
    return { kind: 'wrong', words: `That is not JSON yet: ${error instanceof Error ? error.message : ''}` };
  }
}

/** A refusal by its slug, said plainly. */
export const reasonWords = (reason: string) => {
  const words = reason.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
