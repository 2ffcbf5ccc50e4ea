import { setTimeout as pause } from 'node:timers/promises';
import type { Databases } from '../world/databases.js';

/** Cost points since the stand-in began. */
interface Use {
  spent: number;
  lost: number;
}

interface Sample extends Use {
  isWaiting: boolean;
}

/** Milliseconds between two looks. */
const every = 500;

/** Grants: a code asks for ten points, so that fewer could not use what comes back to the shop in a second. */
const enough = 5;

/** Work that nothing but a turn holds back; pauses after a failure are no such work. */
const ready = `
  SELECT count(*)::int AS n FROM due_work
  WHERE kind IN ('issue-code', 'order-product')
    AND (due_at <= clock_timestamp() OR last_error LIKE 'in line for%')`;

/**
 * What a shop's budget was used for while work was waiting for it: points that came back while the bucket was full are
 * lost.
 */
export class BudgetWatch {
  /** Of the time in which work was waiting. */
  readonly use: Use = { spent: 0, lost: 0 };
  private last: Sample | null = null;

  constructor(
    private readonly databases: Databases,
    private readonly read: () => Promise<Use>,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look();
      await pause(every, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Counts what is between two looks that both saw work waiting. */
  private async look(): Promise<void> {
    const [{ spent, lost }, rows] = await Promise.all([
      this.read(),
      this.databases.query<{ n: number }>('rewards', ready),
    ]);
    const { last } = this;
    this.last = { spent, lost, isWaiting: (rows[0]?.n ?? 0) >= enough };
    if (!last?.isWaiting || !this.last.isWaiting) return;
    this.use.spent += spent - last.spent;
    this.use.lost += lost - last.lost;
  }
}
