const minute = 60_000;

/** Milliseconds. */
export const lifetimes = { link: 15 * minute, session: 30 * 24 * 60 * minute, look: 60 * minute } as const;

/**
 * Sign-in mails within an hour that one person may have asked for, and that may have been asked for from one address
 * (an office is one); further requests send nothing.
 */
export const linksAnHour = { ofPerson: 5, fromAddress: 100 } as const;

export function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
