import { z } from 'zod';

/** What can be shown of a file. */
export const mediaKind = z.enum(['photo', 'video']);

/** A photo or video that was handed in (domain.md 2.1). */
export const mediaItem = z
  .object({
    kind: mediaKind,
    /** By its content, not by what it was called: `image/jpeg`. */
    type: z.string(),
    bytes: z.int(),
    /** Where whoever asked may read it, from this server's root; takes Range. */
    url: z.string(),
  })
  .meta({ id: 'Media' });

/** GET /api/portal/v1/uploads: what may be handed in beside an address. */
export const uploadsInfo = z
  .object({
    /** False where this installation keeps no files: then a proof is an address. */
    enabled: z.boolean(),
    /** Types that are taken, for a file picker. */
    types: z.array(z.string()),
    /** The most that one file may have, in bytes. */
    maxBytes: z.object({ photo: z.int(), video: z.int() }),
  })
  .meta({ id: 'Uploads' });

export type MediaKind = z.infer<typeof mediaKind>;
export type MediaItem = z.infer<typeof mediaItem>;
export type UploadsInfo = z.infer<typeof uploadsInfo>;
