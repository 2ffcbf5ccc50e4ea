/** One event as a browser reads it. */
export interface ReadEvent {
  id: string;
  event: string;
  data: { revision: number; points: number; brand: { name: string } };
}

/**
 * Reads a stream of server-sent events. `next` resolves with the next event, undefined at the end; `retry` is what the
 * stream said last of when to come back.
 */
export async function openEvents(url: string, headers: Record<string, string>) {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let retry: string | undefined;
  return {
    response,
    retry: () => retry,
    close: () => stop.abort(),
    async next(): Promise<ReadEvent | undefined> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          retry = /^retry: (\d+)$/m.exec(text.slice(0, end))?.[1] ?? retry;
          const event = parsed(text.slice(0, end));
          text = text.slice(end + 2);
          if (event !== undefined) return event;
          continue;
        }
        const { value, done } = await reader.read();
        if (done) return undefined;
        text += value;
      }
    },
  };
}

/** Undefined for comments and retry hints. */
function parsed(block: string): ReadEvent | undefined {
  const fields = new Map(
    block.split('\n').map(line => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return { id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) };
}
