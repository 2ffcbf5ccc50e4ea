import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/** Who may sign in to the admin UI (domain.md 6.1): sessions and links are theirs or an ambassador's. */
export const members = sqlMigration(
  'Members1763900000005',
  `
    CREATE TABLE members (
      id uuid PRIMARY KEY,
      brand_id uuid NOT NULL REFERENCES brands (id),
      name text NOT NULL,
      -- Case-folded.
      email text NOT NULL,
      role text NOT NULL CONSTRAINT members_role CHECK (role IN ('owner', 'manager', 'reviewer', 'viewer')),
      created_at timestamptz NOT NULL,
      CONSTRAINT members_email UNIQUE (brand_id, email)
    );
    CREATE INDEX members_of_brand ON members (brand_id, created_at DESC, id DESC);

    -- A member who goes takes sessions and links along.
    ALTER TABLE sessions
      ALTER COLUMN ambassador_id DROP NOT NULL,
      ADD COLUMN member_id uuid REFERENCES members (id) ON DELETE CASCADE,
      ADD CONSTRAINT sessions_subject CHECK (num_nonnulls(ambassador_id, member_id) = 1);
    CREATE INDEX sessions_of_member ON sessions (member_id) WHERE member_id IS NOT NULL;

    ALTER TABLE magic_links
      ALTER COLUMN ambassador_id DROP NOT NULL,
      ADD COLUMN member_id uuid REFERENCES members (id) ON DELETE CASCADE,
      -- Where the mail was asked for from, to limit mails by it; null where that is unknown.
      ADD COLUMN asked_from text,
      ADD CONSTRAINT magic_links_subject CHECK (num_nonnulls(ambassador_id, member_id) = 1);
    CREATE INDEX magic_links_of_member ON magic_links (member_id, requested_at) WHERE member_id IS NOT NULL;
    CREATE INDEX magic_links_asked_from ON magic_links (asked_from, requested_at) WHERE asked_from IS NOT NULL;
`,
);
