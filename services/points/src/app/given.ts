/** The fields of an edit that were given: one left out is no change. */
export function given<Edit extends object>(
  edit: Edit,
): { [Key in keyof Edit]: Exclude<Edit[Key], undefined> } {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Edit]: Exclude<Edit[Key], undefined>;
  };
}
