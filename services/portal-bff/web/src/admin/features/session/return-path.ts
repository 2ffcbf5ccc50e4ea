/** Where a sign-in leads on to: a path of the admin itself, never another site or the sign-in page again. */
export function returnPath(next: string | null): string {
  if (next === null || !/^\/admin(\/|$)/.test(next) || next.startsWith('/admin/sign-in'))
    return '/admin/series';
  return next;
}

export const signInPath = (from: string) => `/admin/sign-in?next=${encodeURIComponent(from)}`;

const KEY = 'cairn.admin.next';

/** The mailed link does not carry where it should lead: this browser remembers, for the quarter of an hour it is good. */
export function rememberReturn(next: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ next, at: Date.now() }));
  } catch {
    // Private browsing: the link then leads to the series.
  }
}

export function takeReturn(): string {
  try {
    const { next, at } = JSON.parse(localStorage.getItem(KEY) ?? '') as { next: string; at: number };
    localStorage.removeItem(KEY);
    return Date.now() - at < 900_000 ? returnPath(next) : returnPath(null);
  } catch {
    return returnPath(null);
  }
}
