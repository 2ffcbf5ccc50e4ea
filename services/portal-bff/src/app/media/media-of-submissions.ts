import type { MediaItem } from '@cairn/contracts/http/media';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { sha256Of } from '../../domain/media/media-proof.js';
import { mediaByContent } from '../../out/postgres/media.js';

interface Proven {
  ambassadorId: string;
  proofUrl: string | null;
}

/**
 * What submissions show of photos and videos that their ambassadors handed in themselves. An address that only looks like
 * one of ours, or names somebody else's file, is an address.
 * @param pathOf where the reader may read it, by its SHA-256.
 */
export async function mediaOfSubmissions(
  sql: Sql,
  brandId: string,
  submissions: readonly Proven[],
  pathOf: (sha256: string) => string,
): Promise<(submission: Proven) => MediaItem | null> {
  const named = submissions.flatMap(({ proofUrl }) => (proofUrl === null ? [] : (sha256Of(proofUrl) ?? [])));
  const known = await mediaByContent(sql, brandId, [...new Set(named)]);
  return ({ ambassadorId, proofUrl }) => {
    const found = known.find(media => media.ambassadorId === ambassadorId && media.proofUrl === proofUrl);
    if (found === undefined) return null;
    const { kind, type, bytes, sha256 } = found;
    return { kind, type, bytes, url: pathOf(sha256) };
  };
}
