import { Gauge } from 'prom-client';
import type { Logger } from './logger.js';
import { registry } from './metrics.js';

/** How many there are of each; `labels` are values of the gauge's label. */
export type Counts = Readonly<Record<string, number>>;

/**
 * A gauge of what the database holds, counted when it is read: so every replica says the same, and a reader takes the
 * greatest. Where it cannot be counted it stays as it was.
 */
export function countedGauge(
  { name, help, label }: { name: string; help: string; label: string },
  count: () => Promise<Counts>,
  logger: Logger,
): void {
  // A second application in the process, as tests have it, takes the name over.
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    async collect() {
      try {
        const counts = await count();
        this.reset();
        for (const [value, number] of Object.entries(counts)) this.set({ [label]: value }, number);
      } catch (error) {
        logger.warn({ err: error, metric: name }, 'could not be counted: the metric stays as it was');
      }
    },
  });
}
