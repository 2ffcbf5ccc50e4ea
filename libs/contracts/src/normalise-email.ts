/**
 * An e-mail address as domain.md 2.11 compares it: case-folded, `+tag` dropped, dots dropped for gmail.com, which is
 * also googlemail.com.
 */
export function normaliseEmail(address: string): string {
  const folded = address.trim().toLowerCase();
  const at = folded.lastIndexOf('@');
  if (at < 1) return folded;
  const local = folded.slice(0, at).split('+', 1)[0]!;
  const host = folded.slice(at + 1);
  if (host !== 'gmail.com' && host !== 'googlemail.com') return `${local}@${host}`;
  return `${local.replaceAll('.', '')}@gmail.com`;
}
