const forceAfterMs = 1500;

/**
 * Calls `stop` on the first Ctrl-C, SIGTERM or hang-up, or when the process that started us has gone; a second
 * Ctrl-C calls `force`. One Ctrl-C reaches us several times (the terminal's, npm's and the starter's), so what
 * follows within 1.5 s is still the first.
 */
export function onStopSignals(stop: (why: string) => void, force: () => void): void {
  let first: number | undefined;
  const asked = (why: string): void => {
    if (first === undefined) {
      first = Date.now();
      stop(why);
    } else if (Date.now() - first > forceAfterMs) force();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked(signal));
  process.once('disconnect', () => asked('the command that started it has ended'));
}
