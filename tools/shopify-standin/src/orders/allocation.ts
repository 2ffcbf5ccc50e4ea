import { toCents } from '../admin/money.js';
import { discountOf } from '../admin/sale-totals.js';
import type { ApplicationRecord, OrderLineRecord, OrderRecord } from '../shop/sale-records.js';

/** `amount` shared out by weight, to the cent: who lost most by rounding down gets the cents left over. */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map(weight => (amount * weight) / total);
  const shares = exact.map(Math.floor);
  const byLoss = exact.map((share, index) => ({ index, loss: share - Math.floor(share) }));
  byLoss.sort((a, b) => b.loss - a.loss || a.index - b.index);
  const left = amount - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of byLoss.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** The lines with what each application takes off them, in their order: a later one counts from what is left. */
export function withAllocations(
  lines: readonly OrderLineRecord[],
  applications: readonly ApplicationRecord[],
): OrderLineRecord[] {
  const left = lines.map(({ unitPrice, quantity }) => toCents(unitPrice) * quantity);
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const allocated = lines.map(line => ({ ...line, allocations: [...line.allocations] }));
  for (const line of allocated) {
    const index = allocated.indexOf(line);
    for (const { cents } of line.allocations) left[index] = (left[index] ?? 0) - cents;
  }
  applications.forEach((application, index) => {
    if (application.target === 'line') return;
    const whole = left.reduce((sum, cents) => sum + cents, 0);
    const { value, valueType, isEach } = application;
    const off = discountOf({ value: isEach ? value * pieces : value, valueType }, whole);
    allocate(off, left).forEach((cents, at) => {
      left[at] = (left[at] ?? 0) - cents;
      if (cents > 0) allocated[at]?.allocations.push({ application: index, cents });
    });
  });
  return allocated;
}

/** The discounts that a draft handed on, as applications with their allocations. */
export function withApplications(order: OrderRecord): OrderRecord {
  if (order.applications) return order;
  const applications: ApplicationRecord[] = [];
  const lines = order.lines.map(line => {
    if (!line.discount) return line;
    const { value, valueType } = line.discount;
    const cents = discountOf({ value, valueType }, toCents(line.unitPrice) * line.quantity);
    const title = line.discount.title ?? line.discount.description;
    applications.push({
      type: 'manual',
      target: 'line',
      title,
      value,
      valueType,
      isEach: false,
      discountId: null,
    });
    return { ...line, allocations: [{ application: applications.length - 1, cents }] };
  });
  if (order.discount) {
    const { value, valueType, title, description } = order.discount;
    const named = { title: title ?? description, value, valueType };
    applications.push({ type: 'manual', target: 'order', ...named, isEach: false, discountId: null });
  }
  return { ...order, applications, lines: withAllocations(lines, applications) };
}
