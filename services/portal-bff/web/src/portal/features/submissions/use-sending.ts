import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { OnTheWay } from './api/submissions.js';
import type { HandedIn } from './hand-in-form.js';

/**
 * Sends a hand-in, with its progress and a way to stop it. What is sent again unchanged carries the same Idempotency-Key:
 * after a lost connection it is the same hand-in.
 */
export function useSending<Answer>(
  send: (input: HandedIn, key: string, way: OnTheWay) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const [share, setShare] = useState<number | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const keyOf = useKey();
  const mutation = useMutation({
    mutationFn: async (input: HandedIn) => {
      const stop = new AbortController();
      stopping.current = stop;
      setShare(input.file === undefined ? null : 0);
      return await send(input, keyOf(input), { signal: stop.signal, onProgress: setShare }).finally(() =>
        setShare(null),
      );
    },
    onSuccess: onDone,
  });
  const { error } = mutation;
  const wasStopped = error instanceof DOMException && error.name === 'AbortError';
  return {
    run: mutation.mutate,
    isRunning: mutation.isPending,
    error: wasStopped ? null : error,
    /** Of a file that is on its way, from 0 to 1; else null. */
    share,
    stop: () => stopping.current?.abort(),
  };
}

function useKey() {
  const last = useRef<{ text: string; file: File | undefined; key: string }>({
    text: '',
    file: undefined,
    key: '',
  });
  return ({ file, ...words }: HandedIn) => {
    const text = JSON.stringify(words);
    if (last.current.text !== text || last.current.file !== file) {
      last.current = { text, file, key: crypto.randomUUID() };
    }
    return last.current.key;
  };
}
