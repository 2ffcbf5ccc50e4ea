import { type HomeState, homeState, streamEventName } from '@cairn/contracts/http/home';

export interface StreamListener {
  onOpen(): void;
  onState(state: HomeState): void;
  /** What arrived cannot be read: the snapshot tells what it was. */
  onUnreadable(): void;
  onLost(): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * GET /api/portal/v1/stream. The browser reconnects by itself, with Last-Event-ID, unless the server refused; then
 * this opens a new one after 1, 2, 4 … 30 seconds. Returns what closes it for good.
 */
export function openStream(listener: StreamListener): () => void {
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;

  const read = (message: MessageEvent<string>) => {
    const parsed = homeState.safeParse(parseJson(message.data));
    if (parsed.success) listener.onState(parsed.data);
    else listener.onUnreadable();
  };

  const open = () => {
    source = new EventSource('/api/portal/v1/stream');
    for (const name of streamEventName.options) source.addEventListener(name, read);
    source.onopen = () => {
      wait = FIRST_WAIT;
      listener.onOpen();
    };
    source.onerror = () => {
      listener.onLost();
      if (source.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };

  open();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
