/** The fulfilment queue of one series: what waits for a person. */
export const fulfilmentPath = (seriesId: string) =>
  `/admin/fulfilment?seriesId=${seriesId}&status=needs_fulfilment`;
