/** Something, an @, a host with a dot: enough to catch a slip; whether it exists the mail will tell. */
export const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
