const minute = 60_000;

/** Milliseconds. */
export const lifetimes = { link: 15 * minute, session: 30 * 24 * 60 * minute } as const;

/** Sign-in mails one ambassador may have asked for within an hour; further requests send nothing. */
export const linksAnHour = 5;

export function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
