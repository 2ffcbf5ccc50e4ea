import { newId } from '@cairn/service-kit/events/derive';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { testBrand } from '../../../testing/brand.js';
import { mediaFile, mediaFormats } from '../../../testing/media-files.js';
import { actionId, refusing, sha256, submissionsPath, UploadsPlace } from '../../../testing/uploads-place.js';

describe('2.1 photos and videos that are handed in', () => {
  let at: UploadsPlace;
  beforeAll(async () => {
    at = await UploadsPlace.open();
  });
  afterAll(() => at.close());
  beforeEach(() => at.begin());

  it.each(mediaFormats)('takes %s by its content, sends one ordinary event, and shows it', async format => {
    const file = mediaFile(format);
    const fields = { actionId, text: 'love it #ad', paidPartnership: 'true' };
    const { status, body } = await at.handIn(at.ada, file, { fields });
    expect([status, body.receipt?.status]).toEqual([202, 'awarded']);
    const proofUrl = `http://localhost:3000/api/v1/media/${sha256(file)}`;
    expect(at.events()).toMatchObject([
      { id: body.eventId, data: { actionId, proofUrl, text: 'love it #ad', paidPartnership: true } },
    ]);
    expect(at.stored()).toEqual([expect.stringContaining(`${at.brand.id}/${at.ada.id}/`)]);
    expect(await at.rows()).toMatchObject([{ kept: true }]);
    const shown = await at.get(`/api/v1/media/${sha256(file)}`, at.brand.apiKey);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, format]);
    expect(Buffer.from(await shown.arrayBuffer()).equals(file)).toBe(true);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.headers.get('cache-control')).toContain('private');
  });

  it('answers ranges, conditions and HEAD as browsers ask for them', async () => {
    const file = mediaFile('video/mp4', 30_000);
    await at.handIn(at.ada, file);
    const path = `/api/portal/v1/media/${sha256(file)}`;
    const part = await at.get(path, at.ada.token, { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/30000']);
    expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(100, 200))).toBe(true);
    const etag = part.headers.get('etag')!;
    expect((await at.get(path, at.ada.token, { 'if-none-match': etag })).status).toBe(304);
    expect((await at.get(path, at.ada.token, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(
      200,
    );
    expect((await at.get(path, at.ada.token, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    const behind = await at.get(path, at.ada.token, { range: 'bytes=30000-' });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */30000']);
    const head = await at.get(path, at.ada.token, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '30000']);
  });

  it('6.2 shows it to its brand and its ambassador, and to nobody else', async () => {
    const file = mediaFile('image/jpeg');
    await at.handIn(at.ada, file);
    const other = await testBrand(at.database.db);
    const [eve, stranger] = [await at.person(), await at.person(other)];
    const name = sha256(file);
    const asked: [number, string, string][] = [
      [200, `/api/v1/media/${name}`, at.brand.apiKey],
      [404, `/api/v1/media/${name}`, other.apiKey],
      [200, `/api/portal/v1/media/${name}`, at.ada.token],
      [404, `/api/portal/v1/media/${name}`, eve.token],
      [404, `/api/portal/v1/media/${name}`, stranger.token],
      [401, `/api/v1/media/${name}`, at.ada.token],
      [401, `/api/portal/v1/media/${name}`, at.brand.apiKey],
      [404, '/api/v1/media/..%2F..%2Fetc', at.brand.apiKey],
      [404, `/api/v1/media/${name.toUpperCase()}`, at.brand.apiKey],
    ];
    for (const [status, path, token] of asked) {
      expect([path, (await at.get(path, token)).status]).toEqual([path, status]);
    }
  });

  it('sent again with its key is the same event and one file; with other bytes it is refused', async () => {
    const file = mediaFile('image/png');
    const first = await at.handIn(at.ada, file, { key: 'one' });
    const again = await at.handIn(at.ada, file, { key: 'one' });
    expect(again.body.eventId).toBe(first.body.eventId);
    expect(at.stored()).toHaveLength(1);
    const other = await at.handIn(at.ada, mediaFile('image/png'), { key: 'one' });
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_key_reused']);
    const words = await at.handIn(at.ada, file, { key: 'one', fields: { actionId, text: 'else' } });
    expect(words.body.code).toBe('idempotency_key_reused');
    const bad = await at.handIn(at.ada, file, { key: 'x'.repeat(201) });
    expect([bad.status, bad.body.code]).toEqual([400, 'invalid_input']);
  });

  it('2.4 the same bytes are the same proof, by whoever, for whatever, and at whichever address we are', async () => {
    const file = mediaFile('image/jpeg');
    const bob = await at.person();
    await at.handIn(at.ada, file);
    await at.handIn(at.ada, file, { fields: { actionId: newId() } });
    expect(at.stored()).toHaveLength(1);
    const moved = await at.copy({ PUBLIC_URL: 'https://elsewhere.example' });
    await at.handIn(bob, file, { at: moved.url });
    await moved.app.close();
    expect(new Set(at.events().map(({ data }) => data.proofUrl)).size).toBe(1);
    expect(new Set(at.events().map(({ id }) => id)).size).toBe(3);
    expect(at.stored()).toHaveLength(2);
  });

  it('two at once with the same bytes keep one file', async () => {
    const file = mediaFile('video/webm', 40_000);
    const both = await Promise.all([at.handIn(at.ada, file), at.handIn(at.ada, file)]);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    expect(at.stored()).toHaveLength(1);
    expect(await at.rows()).toMatchObject([{ kept: true }]);
  });

  it('2.2 another file mends a submission; a refusal leaves it to the sweep', async () => {
    const id = newId();
    const state = {
      id,
      ambassadorId: at.ada.id,
      trust: 'new',
      kind: 'action',
      programId: newId(),
      actionId,
      action: null,
      order: null,
      eventId: 'portal:first',
      proofUrl: null,
      text: null,
      paidPartnership: false,
      status: 'in_review',
      sampled: false,
      attempt: 2,
      reason: null,
      rejectionText: null,
      reviewedBy: null,
      reviewedAt: null,
      submittedAt: '2026-11-20T10:00:00.000Z',
      waitingSince: null,
      points: 40,
      entryId: null,
      revision: 3,
    };
    at.others.answers.set(`GET /internal/submissions/${id}`, state);
    const put = `PUT /internal/submissions/of/${at.ada.id}/${id}`;
    at.others.answers.set(put, ({ body }: FastifyRequest) => ({
      body: { ...state, ...(body as object) },
      mark: null,
    }));
    const file = mediaFile('image/jpeg');
    const sent = { path: `${submissionsPath}/${id}`, method: 'PUT', fields: { text: '' } };
    const mended = await at.handIn(at.ada, file, sent);
    expect(mended.status).toBe(200);
    expect(mended.body).toMatchObject({
      text: null,
      media: { kind: 'photo', bytes: 5_000, url: `/api/portal/v1/media/${sha256(file)}` },
    });
    expect(await at.rows()).toMatchObject([{ kept: true }]);
    const eve = await at.person();
    expect((await at.handIn(eve, mediaFile('image/jpeg'), sent)).status).toBe(404);
    at.others.answers.set(put, refusing(409, 'wrong_status'));
    expect((await at.handIn(at.ada, mediaFile('image/jpeg'), sent)).body.code).toBe('wrong_status');
    expect((await at.rows()).filter(({ kept }) => !kept)).toMatchObject([{ uses: [] }]);
  });
});
