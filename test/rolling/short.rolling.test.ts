import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fleet } from './fleet.js';
import { runRolling } from './run.js';

/** Milliseconds: a few looks of the balancers. */
const drain = 2_000;

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
});
