import type { SeriesForm } from './form.js';

interface LocalCopy {
  form: SeriesForm;
  /** The revision that the text was written over; null for a series that is not saved yet. */
  revision: number | null;
}

/** What is typed and not saved yet, kept in this browser: a reload, a crash or a sign-in in between loses nothing. */
export const localCopy = {
  read(brand: string, id: string | null): LocalCopy | null {
    try {
      const copy = JSON.parse(localStorage.getItem(keyOf(brand, id)) ?? 'null') as LocalCopy | null;
      return Array.isArray(copy?.form?.tiers) && copy.form.completion ? copy : null;
    } catch {
      return null;
    }
  },
  write(brand: string, id: string | null, copy: LocalCopy): void {
    try {
      localStorage.setItem(keyOf(brand, id), JSON.stringify(copy));
    } catch {
      // Storage is full or closed to us: the text then lives as long as the page.
    }
  },
  clear(brand: string, id: string | null): void {
    try {
      localStorage.removeItem(keyOf(brand, id));
    } catch {
      // As above.
    }
  },
};

/** Its shape is part of its name: a copy that an older page wrote is not read. */
const keyOf = (brand: string, id: string | null) => `cairn.series-draft.1.${brand}.${id ?? 'new'}`;
