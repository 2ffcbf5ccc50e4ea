/** Whether every word that was typed begins a word of the texts, in any case and order. */
export function matches(typed: string, ...texts: (string | undefined)[]): boolean {
  const words = wordsOf(texts.filter(Boolean).join(' '));
  return wordsOf(typed).every(part => words.some(word => word.startsWith(part)));
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
