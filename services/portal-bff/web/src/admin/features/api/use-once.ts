import { useRef } from 'react';
import { newIdempotencyKey } from './admin-call.js';

/**
 * Idempotency keys of a form that creates: the same words sent again (after a lost connection) carry the same key, so
 * that they create once; other words carry another. `renew` after it has worked: the same again is then a second one.
 */
export function useOnce() {
  const last = useRef({ body: '', key: '' });
  return {
    keyOf: (body: unknown) => {
      const text = JSON.stringify(body);
      if (last.current.body !== text) last.current = { body: text, key: newIdempotencyKey() };
      return last.current.key;
    },
    renew: () => {
      last.current = { body: '', key: '' };
    },
  };
}
