import { registry } from '@cairn/service-kit/telemetry/metrics';
import { Counter } from 'prom-client';
import type { LedgerRow } from './ledger-row.js';

const rowsTotal = new Counter({
  name: 'cairn_ledger_rows_total',
  help: 'Rows appended to the ledger',
  labelNames: ['brand', 'kind'],
  registers: [registry],
});

const pointsTotal = new Counter({
  name: 'cairn_points_posted_total',
  help: 'Points awarded, and points taken back; what a release makes available is neither',
  labelNames: ['brand', 'sign'],
  registers: [registry],
});

export function countRows(rows: readonly LedgerRow[]): void {
  for (const { brandId: brand, kind, pendingDelta, availableDelta } of rows) {
    rowsTotal.inc({ brand, kind });
    const moved = pendingDelta + availableDelta;
    if (moved > 0) pointsTotal.inc({ brand, sign: 'awarded' }, moved);
    if (moved < 0) pointsTotal.inc({ brand, sign: 'reversed' }, -moved);
  }
}
