/** Of events that carry whole state, the last of each thing, in order. */
export function lastOfEach<Event>(events: readonly Event[], key: (event: Event) => string): Event[] {
  return [...new Map(events.map(event => [key(event), event])).values()];
}
