import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Receipt } from '@cairn/contracts/http/ledger';
import type { UploadsInfo } from '@cairn/contracts/http/media';
import type { Page } from '@cairn/contracts/http/page';
import type { OwnSubmission, SubmissionItem } from '@cairn/contracts/http/submission';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, enrol, makeBrand, read, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';
import { photo, sha256, upload, video } from '../support/files.js';

let brand: TestBrand;
let other: TestBrand;

beforeAll(async () => {
  [brand, other] = await Promise.all([makeBrand(), makeBrand('Other')]);
}, 60_000);

interface Submitted {
  submissionId: string | null;
  eventId: string;
  receipt: Receipt;
  code: string;
  detail: string;
}

const action = async (more: object = {}) =>
  (
    await admin<{ id: string }>(brand, 'POST', '/actions', {
      programId: brand.programId,
      category: 'upload_content',
      name: 'Show your box',
      points: 40,
      ...more,
    })
  ).id;

/** Somebody signed in to the portal. */
async function ambassador(externalId: string, of = brand) {
  const made = await enrol(of, externalId);
  const { token } = await admin<{ token: string }>(of, 'POST', `/ambassadors/${made.id}/session`);
  return { ...made, token };
}

const balance = async (id: string) =>
  (await read<{ available: number }>(brand, `/ambassadors/${id}/balance`)).available;

const filesOf = (id: string): string[] => {
  const folder = join(cairn().mediaDir, brand.id, id);
  return existsSync(folder) ? readdirSync(folder) : [];
};

const bytesAt = async (path: string, token: string, range?: string) => {
  const response = await fetch(`${cairn().portal}${path}`, {
    headers: { authorization: `Bearer ${token}`, ...(range === undefined ? {} : { range }) },
  });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('2.1 photos and videos, from the portal to the points', () => {
  it('2.4 earn once: the same bytes again are a duplicate, whoever hands them in; for another action they count', async () => {
    const actionId = await action();
    const [ada, bob] = [await ambassador('ada'), await ambassador('bob')];
    const file = photo();
    const sent = { token: ada.token, fields: { actionId, text: 'my box' }, file };
    const first = await upload<Submitted>({ ...sent, idempotencyKey: 'one' });
    expect([first.status, first.body.receipt]).toMatchObject([202, { status: 'awarded', points: 40 }]);
    const again = await upload<Submitted>({ ...sent, idempotencyKey: 'one' });
    expect(again.body.eventId).toBe(first.body.eventId);
    const twice = await upload<Submitted>(sent);
    expect(twice.body.receipt).toMatchObject({ status: 'not_awarded', reason: 'duplicate_proof' });
    const stolen = await upload<Submitted>({ ...sent, token: bob.token });
    expect(stolen.body.receipt).toMatchObject({ status: 'not_awarded', reason: 'duplicate_proof' });
    const elsewhere = await upload<Submitted>({ ...sent, fields: { actionId: await action() } });
    expect(elsewhere.body.receipt).toMatchObject({ status: 'awarded' });
    await until('the points are there', async () => (await balance(ada.id)) === 80);
    expect(await balance(bob.id)).toBe(0);
    expect(filesOf(ada.id)).toHaveLength(1);
  }, 60_000);

  it('2.2 are looked at by the brand, by range, and mended with another one; 6.2 by nobody else', async () => {
    const actionId = await action({ review: 'all' });
    const cleo = await ambassador('cleo');
    const file = video(300_000);
    const { body } = await upload<Submitted>({ token: cleo.token, fields: { actionId }, file });
    expect(body.receipt.status).toBe('in_review');
    const queue = await read<Page<SubmissionItem>>(brand, `/submissions?actionId=${actionId}`);
    const item = queue.items[0]!;
    const { url } = item.media!;
    expect(item.media).toEqual({ kind: 'video', type: 'video/mp4', bytes: file.length, url });
    expect(url).toBe(`/api/v1/media/${sha256(file)}`);
    expect((await bytesAt(url, brand.apiKey)).bytes.equals(file)).toBe(true);
    const part = await bytesAt(url, brand.apiKey, 'bytes=200000-200999');
    expect([part.status, part.bytes.equals(file.subarray(200_000, 201_000))]).toEqual([206, true]);
    const own = await call<Page<OwnSubmission>>('GET', `${cairn().portal}/api/portal/v1/submissions`, {
      token: cleo.token,
    });
    const ownUrl = own.body.items[0]!.media!.url;
    expect((await bytesAt(ownUrl, cleo.token)).bytes.equals(file)).toBe(true);
    const stranger = await ambassador('stranger', other);
    for (const [path, token] of [
      [url, other.apiKey],
      [ownUrl, (await ambassador('dora')).token],
      [ownUrl, stranger.token],
    ] as const) {
      expect((await bytesAt(path, token)).status).toBe(404);
    }

    await admin(brand, 'POST', `/submissions/${item.id}/reject`, { reason: 'low_quality' });
    const better = photo();
    const mended = await upload<OwnSubmission>({
      token: cleo.token,
      fields: { text: 'brighter' },
      file: better,
      mends: item.id,
    });
    expect(mended.body).toMatchObject({ status: 'in_review', text: 'brighter', media: { kind: 'photo' } });
    await admin(brand, 'POST', `/submissions/${item.id}/approve`);
    await until('the points are there', async () => (await balance(cleo.id)) === 40);
  }, 60_000);

  it('are refused in words where they are something else or too large', async () => {
    const actionId = await action();
    const eve = await ambassador('eve');
    const sent = { token: eve.token, fields: { actionId } };
    const page = Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(50));
    const wrong = await upload<Submitted>({ ...sent, file: page });
    expect([wrong.status, wrong.body.code]).toEqual([415, 'unsupported_media_type']);
    const info = await call<UploadsInfo>('GET', `${cairn().portal}/api/portal/v1/uploads`, sent);
    expect(info.body).toMatchObject({ enabled: true, maxBytes: { photo: 20_000_000 } });
    const large = await upload<Submitted>({ ...sent, file: photo(20_000_000) });
    expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('20 MB')]);
    expect(filesOf(eve.id)).toEqual([]);
    expect(await balance(eve.id)).toBe(0);
  }, 60_000);

  it('leave nothing where they were broken off', async () => {
    const actionId = await action();
    const finn = await ambassador('finn');
    const { hostname, port } = new URL(cairn().portal);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const head = [
      'POST /api/portal/v1/submissions HTTP/1.1',
      `host: ${hostname}`,
      `authorization: Bearer ${finn.token}`,
      'content-type: multipart/form-data; boundary=x',
      'content-length: 1000000',
      '',
      '--x',
      'content-disposition: form-data; name="actionId"',
      '',
      actionId,
      '--x',
      'content-disposition: form-data; name="file"; filename="a.mp4"',
      '',
      '',
    ];
    socket.write(head.join('\r\n'));
    socket.write(video(200_000));
    await until('it comes in', () => filesOf(finn.id).length > 0);
    socket.destroy();
    await until('nothing is left', () => filesOf(finn.id).length === 0);
    expect(await balance(finn.id)).toBe(0);
  }, 60_000);
});
