/** `gid://shopify/Customer/123` */
export function toGid(type: string, id: number): string {
  return `gid://shopify/${type}/${id}`;
}

/** The number of a global id of that type, or null. */
export function fromGid(type: string, gid: string): number | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,15})$/.exec(gid);
  return match?.[1] === type ? Number(match[2]) : null;
}

/** A number or a global id; NaN for neither, which nothing has. */
export function idOf(type: string, id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : (fromGid(type, id) ?? Number.NaN);
}
