import type { ActionLimit } from '@cairn/contracts/earning';

/** An action's limit in words (domain.md 2.1): "3 a week", "1 in all"; none: "No limit". */
export function limitWords(limit: ActionLimit | null): string {
  if (limit === null) return 'No limit';
  return limit.per === 'ever' ? `${limit.count} in all` : `${limit.count} a ${limit.per}`;
}
