/** A piece of HTML whose text has been escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | undefined | null | false | readonly Part[];

/** html`<p>${text}</p>`: what is put in is escaped unless it is HTML itself; undefined, null and false are nothing. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(pieces.map((piece, index) => piece + textOf(parts[index])).join(''));
}

function textOf(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => signs[sign] ?? sign);
}

/** Paragraphs by empty lines, `code` and **bold**: all that descriptions use of Markdown. */
export function prose(text: string | undefined): Html[] {
  return (text ?? '')
    .split(/\n\s*\n/)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => html`<p>${inline(paragraph)}</p>`);
}

export function inline(text: string): Part[] {
  return text
    .split(/`([^`]+)`/)
    .flatMap<Part>((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : bold(part)));
}

function bold(text: string): Part[] {
  return text
    .split(/\*\*([^*]+)\*\*/)
    .map((part, index) => (index % 2 === 1 ? html`<strong>${part}</strong>` : part));
}
