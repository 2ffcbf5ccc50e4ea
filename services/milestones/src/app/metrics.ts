import { registry } from '@cairn/service-kit/telemetry/metrics';
import { Counter } from 'prom-client';
import type { AppliedAmbassador } from './applied-ambassador.js';

const unlocksTotal = new Counter({
  name: 'cairn_unlocks_total',
  help: 'Tiers unlocked',
  labelNames: ['brand'],
  registers: [registry],
});

export function countUnlocks(results: readonly AppliedAmbassador[]): void {
  for (const { position, applied } of results) {
    if (applied.unlocks.length > 0) unlocksTotal.inc({ brand: position.brandId }, applied.unlocks.length);
  }
}
