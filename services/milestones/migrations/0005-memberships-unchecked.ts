import { sqlMigration } from '@cairn/service-kit/postgres/migrate';

/**
 * A membership is only ever written in the transaction that writes or locks its ambassador, so the foreign key proves
 * nothing, and it was costly: Postgres keeps the plan of its check for as long as the session lives, made here while
 * the table is all but empty, and then reads every ambassador of the brand for each row of an import.
 */
export const membershipsUncheckedMigration = sqlMigration(
  'MembershipsUnchecked1763900000005',
  'ALTER TABLE memberships DROP CONSTRAINT memberships_brand_id_ambassador_id_fkey',
);
