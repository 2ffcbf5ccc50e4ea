import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Fleet } from './fleet.js';
import { Groups } from './groups.js';
import { runRolling } from './run.js';
import { ServiceProcess } from './service-process.js';

/** Milliseconds: ten looks of the balancers. */
const drain = 3_000;

/** As the kit's migrate takes it: a runner that does not get it waits. */
const migrationLock = 728_190_001;

describe('two copies of each service under load', () => {
  let fleet: Fleet;
  const said: string[] = [];
  const say = (line: string) => said.push(line);

  beforeAll(async () => {
    fleet = await Fleet.start(drain, say);
  });

  afterAll(() => fleet.stop());

  it('lose no request and do nothing twice while each is terminated and all six are rolled', async () => {
    const { answered, streamEnds, wrong } = await runRolling(fleet, { limit: 200, rounds: 1 }, say);
    expect({ wrong, said }).toEqual({
      wrong: {
        failures: [],
        troubles: [],
        differences: [],
        behind: [],
        programs: [],
        unknownMails: 0,
        repeats: [],
      },
      said,
    });
    const kinds = ['POST events', 'POST NDJSON', 'POST programs', 'PATCH programs', 'GET home', 'GET lists'];
    for (const kind of kinds)
      expect({ kind, answered: answered[kind] ?? 0 }).not.toEqual({ kind, answered: 0 });
    expect(streamEnds).toBeGreaterThan(0);
  }, 600_000);

  describe('a signal', () => {
    const environment = () => {
      const { KAFKA_BROKERS = '', REDIS_URL = '', POINTS_DATABASE_URL = '' } = fleet.cairn.stack.env;
      const secrets = { SERVICE_TOKEN: 'a-token-for-tests-only', EMAIL_HASH_KEY: 'a-key-for-tests-only' };
      return { PORT: '0', KAFKA_BROKERS, REDIS_URL, POINTS_DATABASE_URL, ...secrets };
    };

    it('during the migrations ends them, and the next run applies them', async () => {
      const admin = new pg.Client({ connectionString: fleet.cairn.stack.env.POSTGRES_URL });
      await admin.connect();
      const name = `rolling_${Date.now()}`;
      await admin.query(`CREATE DATABASE ${name}`);
      await admin.end();
      const url = new URL(fleet.cairn.stack.env.POSTGRES_URL ?? '');
      url.pathname = `/${name}`;
      const env = { ...environment(), POINTS_DATABASE_URL: url.href };
      const holder = new pg.Client({ connectionString: url.href });
      await holder.connect();
      await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      const first = new ServiceProcess('points', ['migrate'], env);
      await until('it waits for the lock', async () => {
        const { rows } = await holder.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'",
        );
        return rows.length > 0;
      });
      first.signal('SIGTERM');
      expect(await first.outcome()).toBe(128 + 15);
      await holder.end();
      expect(await new ServiceProcess('points', ['migrate'], env).outcome()).toBe(0);
    }, 300_000);

    it('during the start ends it, and leaves the groups it has joined', async () => {
      const groups = await Groups.connect(fleet.cairn.stack.env.KAFKA_BROKERS ?? '');
      const before = await groups.membersOf('points');
      const coming = new ServiceProcess('points', [], environment());
      await coming.says('consuming');
      coming.signal('SIGTERM');
      expect(await coming.outcome()).toBe(0);
      expect(await groups.membersOf('points')).toEqual(before);
      await groups.close();
    }, 300_000);

    it('during the start ends it while its database does not answer', async () => {
      const env = { ...environment(), POINTS_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' };
      const coming = new ServiceProcess('points', [], env);
      await coming.says('Unable to connect');
      coming.signal('SIGTERM');
      expect(await coming.outcome()).toBe(0);
    }, 300_000);

    it('that comes twice stops it once', async () => {
      const running = new ServiceProcess('points', [], { ...environment(), SHUTDOWN_DRAIN: '500' });
      await running.says('listening');
      running.signal('SIGTERM');
      await running.says('stopping');
      running.signal('SIGTERM', 'SIGINT');
      expect(await running.outcome()).toBe(0);
    }, 300_000);
  });
});
