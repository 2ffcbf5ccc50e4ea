import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { eraseMedia } from '../../app/media/erase-media.js';
import { sweepMediaWork } from '../../app/media/sweep.js';
import { openStore } from '../../out/media/open-store.js';
import { mediaFile } from '../../testing/media-files.js';
import { away, refusing, sha256, UploadsPlace } from '../../testing/uploads-place.js';

describe('photos and videos that go again', () => {
  let at: UploadsPlace;
  beforeAll(async () => {
    at = await UploadsPlace.open();
  });
  afterAll(() => at.close());
  beforeEach(() => at.begin());

  describe('the sweep', () => {
    const due = async () => {
      await at.query('UPDATE due_work SET due_at = clock_timestamp() WHERE kind = $1', [sweepMediaWork]);
      at.runner.wake();
      await until('the sweep is done', async () => (await works()).length === 0);
    };
    const works = () =>
      at.query<{ days: number; error: string | null }>(
        `SELECT round(extract(epoch FROM due_at - clock_timestamp()) / 86400)::int AS days, last_error AS error
         FROM due_work WHERE kind = $1`,
        [sweepMediaWork],
      );

    it('takes what nothing came of, a day later', async () => {
      await at.handIn(at.ada, mediaFile('image/jpeg'), { fields: {} });
      expect(at.stored()).toHaveLength(1);
      expect(await works()).toMatchObject([{ days: 1 }]);
      await due();
      expect([at.stored(), await at.rows()]).toEqual([[], []]);
    });

    it('takes what was to be sent and never was, after points says that it knows of no such event', async () => {
      at.others.answers.set('POST /internal/events', away);
      await at.handIn(at.ada, mediaFile('image/jpeg'));
      const [{ id } = { id: '' }] = at.events();
      expect(await works()).toMatchObject([{ days: 15 }]);
      const receipt = `GET /internal/receipts/${encodeURIComponent(id)}`;
      at.others.answers.set(receipt, away);
      await at.query('UPDATE due_work SET due_at = clock_timestamp()');
      at.runner.wake();
      await until('points cannot be asked', async () => (await works())[0]?.error);
      expect(at.stored()).toHaveLength(1);
      at.others.answers.set(receipt, refusing(404, 'not_found'));
      await due();
      expect([at.stored(), await at.rows()]).toEqual([[], []]);
    });

    it('keeps what was sent before this service died, and what is kept', async () => {
      at.others.answers.set('POST /internal/events', (request: FastifyRequest, reply: FastifyReply) => {
        at.judged(request);
        return reply.status(503).send({});
      });
      await at.handIn(at.ada, mediaFile('image/jpeg'));
      await due();
      expect(await at.rows()).toMatchObject([{ kept: true }]);
      at.others.answers.set('POST /internal/events', at.judged);
      await at.handIn(at.ada, mediaFile('image/jpeg'));
      expect(await works()).toEqual([]);
      expect(at.stored()).toHaveLength(2);
    });
  });

  it('6.3 erases all of one person, and nothing of anybody else; done again it changes nothing', async () => {
    const bob = await at.person();
    const [mine, his] = [mediaFile('image/jpeg'), mediaFile('image/jpeg')];
    await at.handIn(at.ada, mine);
    await at.handIn(at.ada, mediaFile('video/mp4'));
    await at.handIn(bob, his);
    const store = (await openStore({ kind: 'directory', path: at.folder }))!;
    const owner = { brandId: at.brand.id, ambassadorId: at.ada.id };
    expect(await eraseMedia(at.database.db, store, owner)).toBe(2);
    expect(await eraseMedia(at.database.db, store, owner)).toBe(0);
    expect(at.stored()).toEqual([expect.stringContaining(bob.id)]);
    expect((await at.get(`/api/v1/media/${sha256(mine)}`, at.brand.apiKey)).status).toBe(404);
    expect((await at.get(`/api/v1/media/${sha256(his)}`, at.brand.apiKey)).status).toBe(200);
  });
});
