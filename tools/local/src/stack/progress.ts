/** What the person at the screen sees while things start. */
export interface Progress {
  /** Shows the name as begun, then as ready with its seconds; passes the outcome on. */
  during<T>(name: string, work: Promise<T>): Promise<T>;
  note(line: string): void;
  trouble(line: string, lines?: readonly string[]): void;
}

/** For tests: only trouble is worth a line. */
export const quietProgress: Progress = {
  during: (_name, work) => work,
  note: () => undefined,
  trouble: (line, lines = []) => {
    process.stderr.write(`${line}\n${lines.map(each => `    ${each}\n`).join('')}`);
  },
};

const signOfLifeMs = 10_000;

/** One line a part when it is ready, and every 10 s one with what is still awaited. */
export function screenProgress(): Progress {
  const pending = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  const signOfLife = (): void => {
    const awaited = [...pending].map(([name, since]) => `${name} (${seconds(since)})`).join(', ');
    process.stdout.write(`  still starting: ${awaited}\n`);
  };
  return {
    async during(name, work) {
      const since = Date.now();
      pending.set(name, since);
      timer ??= setInterval(signOfLife, signOfLifeMs).unref();
      try {
        const result = await work;
        process.stdout.write(`  ${name} … ready in ${seconds(since)}\n`);
        return result;
      } finally {
        pending.delete(name);
        if (pending.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      }
    },
    note: line => {
      process.stdout.write(`  ${line}\n`);
    },
    trouble: (line, lines = []) => {
      process.stderr.write(`${lines.map(each => `    ${each}\n`).join('')}  ${line}\n`);
    },
  };
}
