import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/** 250 ms for a small step, up to 600 ms for a large one. */
const durationOf = (step: number) => Math.min(600, 250 + Math.abs(step) * 2);

/** Counts from the number shown to `target` with an ease-out; at once under reduced motion and on the first paint. */
export function useCounted(target: number): number {
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const [shown, setShown] = useState(target);
  const latest = useRef(target);
  latest.current = shown;

  useEffect(() => {
    const from = latest.current;
    if (still || from === target) {
      setShown(target);
      return;
    }
    const start = performance.now();
    const duration = durationOf(target - from);
    let frame = requestAnimationFrame(function count(now) {
      const share = Math.min(1, Math.max(0, (now - start) / duration));
      setShown(Math.round(from + (target - from) * (1 - (1 - share) ** 3)));
      if (share < 1) frame = requestAnimationFrame(count);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, still]);

  return shown;
}
