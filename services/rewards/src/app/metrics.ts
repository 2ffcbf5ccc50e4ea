import { registry } from '@cairn/service-kit/telemetry/metrics';
import { Counter } from 'prom-client';
import type { Grant } from '../domain/grant.js';

const grantsTotal = new Counter({
  name: 'cairn_grants_total',
  help: 'Changes of grants, by the status after them',
  labelNames: ['brand', 'type', 'status'],
  registers: [registry],
});

export function countGrants(grants: readonly Grant[]): void {
  for (const { brandId: brand, reward, status } of grants)
    grantsTotal.inc({ brand, type: reward.type, status });
}
