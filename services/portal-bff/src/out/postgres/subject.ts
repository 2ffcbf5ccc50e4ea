/** Whose a session or a sign-in link is: an ambassador's, or a member's, who signs in as an admin. */
export interface Subject {
  as: 'ambassador' | 'admin';
  brandId: string;
  /** The ambassador's, or the member's. */
  id: string;
}

/** A row's subject as {@link Subject}. */
export const subjectColumns = `
  CASE WHEN member_id IS NULL THEN 'ambassador' ELSE 'admin' END AS "as", brand_id AS "brandId",
  coalesce(member_id, ambassador_id) AS id`;

/** The columns ambassador_id and member_id of a subject's row. */
export function subjectIds({ as, id }: Subject): [ambassadorId: string | null, memberId: string | null] {
  return as === 'ambassador' ? [id, null] : [null, id];
}
