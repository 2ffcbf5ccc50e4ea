/**
 * The locale to format with: the words of the interface (English for now) in the conventions of the reader's region,
 * so a reader in Germany gets "1.000" and "3 Dec" in one sentence that stays English.
 */
export function readerLocale(languages: readonly string[]): string {
  for (const tag of languages) {
    try {
      const locale = new Intl.Locale(tag);
      if (locale.language === 'en') return tag;
      const { region } = locale.maximize();
      if (region) return `en-${region}`;
    } catch {
      // Not a language tag: the next one may be.
    }
  }
  return 'en-GB';
}
