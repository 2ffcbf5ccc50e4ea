/**
 * What to do with the next event of an aggregate (design.md §2): versions are contiguous from 1, so stored + 1 is
 * applied, anything not newer was seen, and anything further means that something is missing.
 */
export function judgeVersion(stored: number, incoming: number): 'apply' | 'seen' | 'gap' {
  if (incoming <= stored) return 'seen';
  return incoming === stored + 1 ? 'apply' : 'gap';
}
