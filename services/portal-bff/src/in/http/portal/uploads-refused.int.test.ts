import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formOf, mediaFile } from '../../../testing/media-files.js';
import {
  type Answer,
  actionId,
  away,
  type Sent,
  submissionsPath,
  UploadsPlace,
} from '../../../testing/uploads-place.js';

describe('photos and videos that are not taken', () => {
  let at: UploadsPlace;
  beforeAll(async () => {
    at = await UploadsPlace.open();
  });
  afterAll(() => at.close());
  beforeEach(() => at.begin());

  const html = Buffer.from('<html><script>alert(1)</script></html>'.repeat(200));
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'.repeat(100));
  const refusals: [string, () => [Buffer | undefined, Sent], number, string, RegExp][] = [
    ['a page, whatever it is called', () => [html, {}], 415, 'unsupported_media_type', /JPEG/],
    ['a drawing with a script', () => [svg, {}], 415, 'unsupported_media_type', /JPEG/],
    ['nothing', () => [Buffer.alloc(0), {}], 415, 'unsupported_media_type', /nothing in this file/],
    [
      'too large a photo',
      () => [mediaFile('image/jpeg', 20_001), {}],
      413,
      'too_large',
      /photo may have 20 kB/,
    ],
    [
      'too large a video',
      () => [mediaFile('video/mp4', 170_000), {}],
      413,
      'too_large',
      /video may have 60 kB/,
    ],
    ['a form without a file', () => [undefined, {}], 400, 'invalid_input', /./],
    ['no action', () => [mediaFile('image/png'), { fields: {} }], 400, 'invalid_input', /./],
    [
      'a field that there is not',
      () => [mediaFile('image/png'), { fields: { actionId, x: '1' } }],
      400,
      'invalid_input',
      /./,
    ],
    [
      'an address as well',
      () => [mediaFile('image/png'), { fields: { actionId, proofUrl: 'https://x.example/1' } }],
      400,
      'invalid_input',
      /./,
    ],
    [
      'the file by another name',
      () => [undefined, { form: formOf({ actionId }, mediaFile('image/png'), 'photo') }],
      400,
      'invalid_input',
      /./,
    ],
    [
      'two files',
      () => {
        const form = formOf({ actionId }, mediaFile('image/png'));
        form.append('file', new Blob(['x']), 'second.png');
        return [undefined, { form }];
      },
      400,
      'invalid_input',
      /./,
    ],
  ];
  it.each(refusals)('refuses %s, in words, and keeps nothing', async (_what, sent, status, code, words) => {
    const [file, more] = sent();
    const { status: answered, body } = await at.handIn(at.ada, file, more);
    expect([answered, body.code]).toEqual([status, code]);
    expect(body.detail).toMatch(words);
    expect(at.events()).toEqual([]);
    if (status !== 400) await at.untilNothingIsLeft();
    // What came in whole before its form was refused waits for a better one, or for the sweep.
    else expect((await at.rows()).every(({ kept }) => !kept)).toBe(true);
  });

  it('bounds what one ambassador stores within a day', async () => {
    for (let n = 0; n < 7; n++)
      expect((await at.handIn(at.ada, mediaFile('image/jpeg', 19_000))).status).toBe(202);
    const beyond = await at.handIn(at.ada, mediaFile('image/jpeg', 19_000));
    expect([beyond.status, beyond.body.code]).toEqual([429, 'rate_limited']);
    expect(beyond.body.detail).toContain('150 kB');
    expect(Number(beyond.headers.get('retry-after'))).toBeGreaterThan(86_000);
    expect((await at.handIn(await at.person(), mediaFile('image/jpeg', 19_000))).status).toBe(202);
    await at.query("UPDATE media SET created_at = created_at - interval '25 hours'");
    expect((await at.handIn(at.ada, mediaFile('image/jpeg', 19_000))).status).toBe(202);
  });

  it('leaves nothing of what a client breaks off', async () => {
    const { hostname, port } = new URL(at.url);
    const socket = connect(Number(port), hostname);
    const head = [
      `POST ${submissionsPath} HTTP/1.1`,
      'host: localhost',
      `authorization: Bearer ${at.ada.token}`,
      'content-type: multipart/form-data; boundary=x',
      'content-length: 50000',
    ];
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n';
    socket.write(`${head.join('\r\n')}\r\n\r\n${part}`);
    socket.write(mediaFile('video/mp4', 20_000));
    await until('it comes in', () => at.stored().some(path => path.endsWith('.part')));
    socket.destroy();
    await at.untilNothingIsLeft();
    expect(at.events()).toEqual([]);
  });

  it('a form that ends too soon is refused, and nothing of it stays', async () => {
    const response = await fetch(`${at.url}${submissionsPath}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${at.ada.token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: new Uint8Array(
        Buffer.concat([
          Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n'),
          mediaFile('video/mp4', 20_000),
        ]),
      ),
    });
    expect([response.status, (await response.json()) as Answer]).toMatchObject([
      400,
      { code: 'invalid_input' },
    ]);
    await at.untilNothingIsLeft();
  });

  it('where ingestion is away it is 503, and the same key later is one event with the same file', async () => {
    at.others.answers.set('POST /internal/events', away);
    const file = mediaFile('image/jpeg');
    const failed = await at.handIn(at.ada, file, { key: 'again' });
    expect([failed.status, failed.body.code]).toEqual([503, 'unavailable']);
    at.others.answers.set('POST /internal/events', at.judged);
    const sent = await at.handIn(at.ada, file, { key: 'again' });
    expect(sent.status).toBe(202);
    expect(new Set(at.events().map(({ id }) => id))).toEqual(new Set([sent.body.eventId]));
    expect(at.stored()).toHaveLength(1);
    expect(await at.rows()).toMatchObject([{ kept: true }]);
  });

  it('where the store is away it is 503 in words, and nothing is half done', async () => {
    const file = join(at.folder, 'a-file');
    writeFileSync(file, '');
    const broken = await at.copy();
    rmSync(join(at.folder, at.brand.id), { recursive: true, force: true });
    writeFileSync(join(at.folder, at.brand.id), 'in the way');
    const { status, body } = await at.handIn(at.ada, mediaFile('image/jpeg'), { at: broken.url });
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(body.detail).toMatch(/nothing was handed in/);
    expect(at.events()).toEqual([]);
    await broken.app.close();
  });

  it('where no files are kept a form is refused with what to do, and an address is taken', async () => {
    const off = await at.copy({ MEDIA_URL: undefined });
    const { status, body } = await at.handIn(at.ada, mediaFile('image/jpeg'), { at: off.url });
    expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
    expect(body.detail).toMatch(/hand in its address as JSON/);
    const headers = { authorization: `Bearer ${at.ada.token}`, 'content-type': 'application/json' };
    const json = JSON.stringify({ actionId, proofUrl: 'https://www.tiktok.com/@ada/video/1' });
    const post = { method: 'POST', headers, body: json };
    expect((await fetch(`${off.url}${submissionsPath}`, post)).status).toBe(202);
    const info = await fetch(`${off.url}/api/portal/v1/uploads`, { headers });
    expect(await info.json()).toMatchObject({ enabled: false });
    await off.app.close();
  });
});
