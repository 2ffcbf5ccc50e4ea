import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

// bigint columns hold points, minor units and offsets, all bounded by 2^53 − 1 where they come in.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Instants travel as RFC 3339 text; a Date would be turned into one again anyway.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, text =>
  new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
);

/**
 * A service's pool. `statementTimeout` (milliseconds) is to be under a third of the Kafka session time-out, so that a
 * slow statement never costs the group membership (design.md §4).
 */
export function dataSourceOptions(
  url: string,
  poolSize: number,
  application: string,
  statementTimeout = 9_000,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: `cairn-${application}`,
    extra: {
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: 15_000,
      connectionTimeoutMillis: 5_000,
      // Statements need not wait for each other's answers (ADR 29).
      pipeline: true,
    },
    logging: false,
  };
}
