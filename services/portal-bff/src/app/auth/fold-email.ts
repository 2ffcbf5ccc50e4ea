/** People are found by their e-mail in any case (domain.md 1.3). */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}
