/** Characters; a line beyond is no ambassador, and must not fill the memory. */
export const longestLine = 20_000;

/** UTF-8 as lines without their ends, whatever the length of the whole; null for a line that is too long. */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let rest = '';
  let overlong = false;
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield overlong || part.length > longestLine ? null : part.replace(/\r$/, '');
      overlong = false;
    }
    if (rest.length > longestLine) {
      overlong = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (overlong) yield null;
  else if (rest !== '') yield rest;
}
