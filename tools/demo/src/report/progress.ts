/** Where the demo says how far it is. `start` begins a stage; `end` closes it. */
export interface Progress {
  start(stage: string, total: number): void;
  advance(count: number): void;
  end(): void;
  say(line: string): void;
}

/** A bar that redraws itself on a terminal; elsewhere a plain line at each tenth. */
export function progressOn(out: NodeJS.WriteStream): Progress {
  let stage = '';
  let total = 0;
  let done = 0;
  let shown = -1;

  const draw = () => {
    const part = total === 0 ? 1 : Math.min(1, done / total);
    const step = Math.floor(part * (out.isTTY ? 200 : 10));
    if (step === shown) return;
    shown = step;
    const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    if (!out.isTTY) {
      if (step > 0) out.write(`${stage}: ${counts}\n`);
      return;
    }
    const filled = Math.round(part * 30);
    out.write(`\r${stage.padEnd(28)} ${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${counts}\x1b[K`);
  };

  return {
    start(name, count) {
      [stage, total, done, shown] = [name, count, 0, -1];
      draw();
    },
    advance(count) {
      done += count;
      draw();
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
    say(line) {
      out.write(`${line}\n`);
    },
  };
}
