/** The fields that differ from what was read: only these are sent, so that somebody else's change of another stays. */
export function changesOf<Fields extends object>(before: object, after: Fields): Partial<Fields> {
  const was = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(was[name]) !== JSON.stringify(value)),
  ) as Partial<Fields>;
}
