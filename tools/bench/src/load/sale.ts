/** Points of every sale of a load: 100.00 at "0.1". */
export const pointsASale = 10;
/** Minor units that give {@link pointsASale}. */
export const netAmountASale = 10_000;

/**
 * One sale for POST /v1/events, as text: put together by hand, since a generator that spends its core on
 * JSON.stringify measures itself. `id` names the event, and the order after it.
 */
export function saleJson(
  id: string,
  externalId: string,
  occurredAt: string,
  netAmount = netAmountASale,
): string {
  return `{"id":"${id}","type":"referral.sale","occurredAt":"${occurredAt}","ambassador":{"externalId":"${externalId}"},"data":{"orderId":"o-${id}","currency":"USD","netAmount":${netAmount},"customerEmail":"buyer-${id}@example.com"}}`;
}
