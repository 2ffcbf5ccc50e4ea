/** What a tag is made of besides its `#`: whoever writes on after it has written another tag. */
const goesOn = /^[\p{L}\p{M}\p{N}_]/u;

/**
 * Whether a proof discloses that it is paid for (domain.md 2.3): by the platform's flag, or by one of the brand's tags
 * in its text, matched whole and in any case: `#ad` is in `Love it!#Ad.` and `#summer#ad`, and not in `#adventure` or
 * `#ad_2`. A `#` begins a tag wherever it stands: not all languages part words by spaces. Text and tags are compared
 * in Unicode's form NFKC, so that `＃ad` is `#ad`.
 * @param tags each beginning with `#`.
 */
export function isDisclosed(
  proof: { text: string | null; paidPartnership: boolean },
  tags: readonly string[],
): boolean {
  if (proof.paidPartnership) return true;
  if (proof.text === null) return false;
  const text = folded(proof.text);
  return tags.some(tag => hasWhole(text, folded(tag)));
}

function hasWhole(text: string, tag: string): boolean {
  if (tag === '') return false;
  for (let at = text.indexOf(tag); at !== -1; at = text.indexOf(tag, at + 1)) {
    if (!goesOn.test(text.slice(at + tag.length))) return true;
  }
  return false;
}

/** By way of upper case, in which `ß` is `SS` and `ı` is `I`; of `İ` the dot goes, so that `#İŞBİRLİĞİ` is `#işbirliği`. */
function folded(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('i\u0307', 'i');
}
