import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { grantEvent, type Unlocked, unlockEvent } from '../testing/given.js';
import { type Granted, Life, type Told } from '../testing/life.js';
import { recallMessages } from './recall-messages.js';

let databases: TestDatabase[];
/** What was lost, and what is restored in its place: empty, since its backup is older than all that happens here. */
let lost: Life;
let restored: Life;
let ada: { ambassadorId: string; name: string; email: string };
let brandId: string;

beforeAll(async () => {
  databases = [await createTestDatabase(migrations), await createTestDatabase(migrations)];
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

beforeEach(async () => {
  brandId = newId();
  ada = { ambassadorId: newId(), name: 'Ada King', email: `ada-${newId()}@example.com` };
  [lost, restored] = databases.map(({ db }) => new Life(db, brandId)) as [Life, Life];
  await lost.knows(ada);
  await restored.knows(ada);
  restored.now = new Date('2026-11-01T12:00:00.000Z');
});

/** The topics that are read again, in any order. */
interface Topics {
  unlocks: Unlocked[];
  grants: Granted[];
  told: Told[];
}

const steps = {
  unlocks: ({ unlocks }: Topics) => restored.unlocked(...unlocks),
  grants: ({ grants }: Topics) => restored.granted(...grants),
  told: ({ told }: Topics) => restored.recall(...told),
  'half of the stream': ({ told }: Topics) => restored.recall(...told.slice(0, told.length >> 1)),
};
type Step = keyof typeof steps;

const orders: Step[][] = [
  ['told', 'unlocks', 'grants'],
  ['told', 'grants', 'unlocks'],
  ['unlocks', 'told', 'grants'],
  ['unlocks', 'grants', 'told'],
  ['grants', 'told', 'unlocks'],
  ['grants', 'unlocks', 'told'],
  ['half of the stream', 'grants', 'unlocks', 'told'],
  ['unlocks', 'half of the stream', 'grants', 'told'],
];

async function readAgain(order: readonly Step[], topics: Topics): Promise<void> {
  for (const step of order) await steps[step](topics);
  await restored.perform();
  await restored.perform();
}

describe.each(orders.map(order => [order.join(', '), order] as const))('read again: %s', (_name, order) => {
  it('5.2 a mail that was sent is not sent again', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1);
    const grants = [grantEvent(unlock, 0, 1, 'pending'), grantEvent(unlock, 0, 2, 'issued', 'CAIRN-A')];
    await lost.unlocked(unlock);
    await lost.granted(...grants);
    await lost.perform();
    expect(lost.subjects()).toHaveLength(1);
    await readAgain(order, { unlocks: [unlock], grants, told: await lost.stream() });
    expect(restored.subjects()).toEqual([]);
    expect(await restored.rows()).toEqual(await lost.rows());
    expect(await restored.work()).toBe(0);
  });

  it('5.1 the second mail that was sent is not sent again', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 2);
    const grants = [
      grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A'),
      grantEvent(unlock, 1, 1, 'issued', 'CAIRN-B'),
    ];
    await lost.unlocked(unlock);
    await lost.granted(grants[0]!);
    lost.waited = 60_000;
    await lost.perform();
    await lost.granted(grants[1]!);
    await lost.perform();
    expect(lost.subjects()).toEqual([
      'You reached Bronze: 20% off inside',
      'Your Bronze reward is ready: 20% off',
    ]);
    await readAgain(order, { unlocks: [unlock], grants, told: await lost.stream() });
    expect(restored.subjects()).toEqual([]);
    expect(await restored.rows()).toEqual(await lost.rows());
    expect(await restored.work()).toBe(0);
  });

  it('5.1 the second mail that is due since goes once, and brings what the first went without', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 2);
    const first = grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A');
    await lost.unlocked(unlock);
    await lost.granted(first);
    lost.waited = 60_000;
    await lost.perform();
    const grants = [first, grantEvent(unlock, 1, 1, 'issued', 'CAIRN-B')];
    await readAgain(order, { unlocks: [unlock], grants, told: await lost.stream() });
    expect(restored.subjects()).toEqual(['Your Bronze reward is ready: 20% off']);
    expect(restored.mailer.sent[0]!.text).toContain('CAIRN-B');
    expect(restored.mailer.sent[0]!.text).not.toContain('CAIRN-A');
  });

  it('5.1 a mail that went with everything brings no second one, also of an event that does not say so', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1);
    const grants = [grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A')];
    await lost.unlocked(unlock);
    lost.waited = 60_000;
    await lost.perform();
    const told = (await lost.stream()).map(event => ({ ...event, data: { ...event.data, grants: [] } }));
    await readAgain(order, { unlocks: [unlock], grants, told });
    expect(restored.subjects()).toEqual([]);
  });

  it('5.2 a mail that waits is sent once, with its rewards', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1);
    const grants = [grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A')];
    await lost.unlocked(unlock);
    await readAgain(order, { unlocks: [unlock], grants, told: await lost.stream() });
    expect(restored.subjects()).toEqual(['You reached Bronze: 20% off inside']);
    expect((await restored.published()).at(-1)).toEqual(['tier-unlocked', 2, 'sent']);
  });

  it.each([
    [{ kind: 'unknown', why: 'broken in the middle' }, 'unknown'],
    [{ kind: 'refused', isPermanent: true, why: '550 no such mailbox' }, 'dropped'],
  ] as const)('5.2 after %j it stays %s', async (delivery, status) => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 0);
    await lost.unlocked(unlock);
    lost.mailer.answer(delivery);
    await lost.perform();
    await readAgain(order, { unlocks: [unlock], grants: [], told: await lost.stream() });
    expect(restored.subjects()).toEqual([]);
    expect(await restored.rows()).toEqual(await lost.rows());
    expect(await restored.rows()).toMatchObject([{ status, version: 2 }]);
  });
});

describe('5.2 a mail that the backup has', () => {
  it.each(['waiting', 'sending'])('as %s, and that was sent since, is not sent again', async status => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 0);
    for (const life of [lost, restored]) await life.unlocked(unlock);
    const [{ db }] = databases.slice(1) as [TestDatabase];
    await db.query(`UPDATE messages SET status = $2, sending_until = clock_timestamp() WHERE brand_id = $1`, [
      brandId,
      status,
    ]);
    await lost.perform();
    await restored.recall(...(await lost.stream()));
    await restored.perform();
    expect(restored.subjects()).toEqual([]);
    expect(await restored.rows()).toEqual(await lost.rows());
  });

  it('at the same moment as its unlock: one row, and nothing goes again', async () => {
    const unlocks = Array.from({ length: 10 }, () => unlockEvent(brandId, ada.ambassadorId, 0));
    await lost.unlocked(...unlocks);
    await lost.perform();
    const told = await lost.stream();
    await Promise.all(
      unlocks.flatMap(unlock => [
        restored.unlocked(unlock),
        restored.recall(...told.filter(event => event.data.cause === unlock.data.unlockId)),
      ]),
    );
    await restored.perform();
    expect(restored.subjects()).toEqual([]);
    expect(await restored.rows()).toEqual(await lost.rows());
  });
});

describe('5.3 the sign-in mail, whose words are in no stream', () => {
  const request = () => ({
    as: 'ambassador' as const,
    accent: null,
    cause: newId(),
    ...ada,
    url: 'https://portal.example/auth?token=cl_secret',
    expiresAt: '2026-11-01T13:00:00.000Z',
  });

  it('that waited is dropped, and says why', async () => {
    await lost.asked(request());
    await lost.asked({ ...request(), as: 'admin', ambassadorId: null });
    await restored.recall(...(await lost.stream()));
    await restored.perform();
    expect(restored.subjects()).toEqual([]);
    expect((await restored.published()).sort()).toEqual([
      ['admin-sign-in', 2, 'dropped'],
      ['sign-in', 2, 'dropped'],
    ]);
    const [{ db }] = databases.slice(1) as [TestDatabase];
    expect(await db.query('SELECT DISTINCT problem FROM messages WHERE brand_id = $1', [brandId])).toEqual([
      { problem: 'what it was to say was lost with the database' },
    ]);
  });

  it('that was sent is not asked for again, and its link goes from the backup’s row', async () => {
    const asked = request();
    for (const life of [lost, restored]) await life.asked(asked);
    await lost.perform();
    await restored.recall(...(await lost.stream()));
    await restored.asked(asked);
    await restored.perform();
    expect(restored.subjects()).toEqual([]);
    expect(await restored.rows()).toMatchObject([{ status: 'sent', secret: null }]);
  });
});

describe('5.1 a second mail that waited', () => {
  async function waits(): Promise<{ unlock: Unlocked; told: Told[]; grants: Granted[] }> {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1);
    const grants = [grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A')];
    await lost.unlocked(unlock);
    lost.waited = 60_000;
    await lost.perform();
    await lost.granted(...grants);
    return { unlock, grants, told: await lost.stream() };
  }

  it('is sent once, with what it was to bring', async () => {
    const { unlock, grants, told } = await waits();
    await readAgain(['told', 'unlocks', 'grants'], { unlocks: [unlock], grants, told });
    expect(restored.subjects()).toEqual(['Your Bronze reward is ready: 20% off']);
    expect(restored.mailer.sent[0]!.text).toContain('CAIRN-A');
  });

  it('is dropped where an old event does not say what it was to bring', async () => {
    const { unlock, grants, told } = await waits();
    const old = told.map(event => ({ ...event, data: { ...event.data, grants: [] } }));
    await readAgain(['told', 'unlocks', 'grants'], { unlocks: [unlock], grants, told: old });
    expect(restored.subjects()).toEqual([]);
    expect((await restored.published()).at(-1)).toEqual(['reward-ready', 2, 'dropped']);
  });
});

describe('in ordinary life', () => {
  it('an own event costs one statement and writes nothing; one of an unknown template nothing at all', async () => {
    await lost.unlocked(unlockEvent(brandId, ada.ambassadorId, 0), unlockEvent(brandId, ada.ambassadorId, 0));
    await lost.perform();
    const told = await lost.stream();
    const [{ db }] = databases as [TestDatabase];
    const stamps = () => db.query('SELECT message_id, xmin FROM messages ORDER BY message_id');
    const was = await stamps();
    const statements: string[] = [];
    await inTransaction(db, async sql => {
      const counted: typeof sql = {
        query: async (text, params) => {
          statements.push(text);
          return await sql.query(text, params);
        },
      };
      await recallMessages(counted, told, lost.now);
    });
    expect(statements).toHaveLength(1);
    expect(await stamps()).toEqual(was);

    const foreign = { ...told[0]!.data, messageId: newId(), template: 'birthday' };
    await restored.recall({ ...told[0]!, data: foreign });
    expect(await restored.rows()).toEqual([]);
  });
});
