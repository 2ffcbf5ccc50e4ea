const day = 86_400_000;

export const sweepMediaWork = 'sweep-media';

/**
 * Milliseconds after which a file is looked at that no accepted event is known to name. One that was to be sent with an event
 * may be named by it: the event is in Kafka for 14 days at most before it is judged, and then has a receipt.
 */
export const sweepAfter = { unused: day, used: 15 * day } as const;
