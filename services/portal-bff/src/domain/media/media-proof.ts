/** What a SHA-256 looks like. */
export const sha256Pattern = /^[0-9a-f]{64}$/;

/**
 * The proof that an uploaded file is (domain.md 2.4): an address of ours that names its bytes and nothing else, so that
 * the same bytes are the same proof, whoever hands them in.
 * @param publicUrl without a slash at its end.
 */
export function mediaProof(publicUrl: string, sha256: string): string {
  return `${publicUrl}${adminMediaPath(sha256)}`;
}

/** Where a brand's people read it. */
export function adminMediaPath(sha256: string): string {
  return `/api/v1/media/${sha256}`;
}

/** Where its ambassador reads it. */
export function portalMediaPath(sha256: string): string {
  return `/api/portal/v1/media/${sha256}`;
}

/** The bytes that a proof of this form names, at whichever address this installation had then; null for any other. */
export function sha256Of(proofUrl: string): string | null {
  const [, sha256] = /\/api\/v1\/media\/([0-9a-f]{64})$/.exec(proofUrl) ?? [];
  return sha256 ?? null;
}
