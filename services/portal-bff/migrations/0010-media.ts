import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Photos and videos that ambassadors hand in; the bytes are in a store beside this database (ADR 41). */
export const media = sqlMigration(
  'Media1763900000011',
  `
    -- A row is there before its bytes are and goes after them, so none are kept that nobody knows of.
    CREATE TABLE media (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL,
      ambassador_id uuid NOT NULL,
      type text NOT NULL,
      kind text NOT NULL,
      -- Until it is stored: what was announced, at most what one file may have.
      bytes bigint NOT NULL,
      -- Of the content, in hex; null while it comes in and while it is taken away.
      sha256 text,
      -- The address that its submissions name; the first one of the brand's that names these bytes.
      proof_url text,
      created_at timestamptz NOT NULL,
      -- Events whose proof it was to be.
      uses text[] NOT NULL DEFAULT '{}',
      -- Since when one of them is known to be accepted; until then it may be swept.
      kept_at timestamptz
    );
    -- The same bytes of the same person are kept once. Also for the portal's and the queue's reads.
    CREATE UNIQUE INDEX media_by_content ON media (brand_id, sha256, ambassador_id) WHERE sha256 IS NOT NULL;
    -- What somebody has stored within a day.
    CREATE INDEX media_of_ambassador ON media (brand_id, ambassador_id, created_at);
  `,
);
