import type { JournalLine } from './records.js';
import type { OrderRecord } from './sale-records.js';

/** Every id that a line of the journal gives away, so that none is given twice. */
export function idsOf(line: JournalLine): number[] {
  switch (line.type) {
    case 'shop':
    case 'access':
    case 'deliveries':
    case 'attempt':
    case 'uninstalled':
      return [];
    case 'product':
      return [line.record.id, ...line.record.variants.map(variant => variant.id)];
    case 'draft_order':
      return [line.record.id, ...line.record.lines.map(({ id }) => id)];
    case 'draft_order_deleted':
    case 'webhook_deleted':
      return [line.id];
    case 'completion':
    case 'order':
      return idsOfOrder(line.order);
    default:
      return [line.record.id];
  }
}

function idsOfOrder({ id, lines, refunds }: OrderRecord): number[] {
  const parts = refunds.flatMap(refund => [
    refund.id,
    refund.transactionId,
    ...refund.lines.map(line => line.id),
    ...refund.adjustments.map(adjustment => adjustment.id),
  ]);
  return [id, ...lines.map(line => line.id), ...parts];
}
