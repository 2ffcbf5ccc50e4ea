import { submitAction } from '@cairn/contracts/http/submission';
import { describe, expect, it } from '@jest/globals';
import { emptyHandIn, faultOf, handInForm, readHandIn } from './hand-in-form.js';

const actionId = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a11';

describe('2.1 what an ambassador hands in', () => {
  it.each([
    ['https://www.tiktok.com/@ada/video/1', 'https://www.tiktok.com/@ada/video/1'],
    ['tiktok.com/@ada/video/1', 'https://tiktok.com/@ada/video/1'],
    [' http://a.example/x ', 'http://a.example/x'],
  ])('the address %s is taken as the server takes it', (proofUrl, wanted) => {
    const read = readHandIn({ ...emptyHandIn, proofUrl });
    expect('input' in read && submitAction.parse({ actionId, ...read.input })).toMatchObject({
      proofUrl: wanted,
    });
  });

  it.each(['javascript:alert(1)', 'my post', 'ftp://a.example'])('%s is no address', proofUrl => {
    expect(readHandIn({ ...emptyHandIn, proofUrl })).toHaveProperty('error');
  });

  it('words will do where there is no post; nothing at all will not', () => {
    expect(readHandIn({ ...emptyHandIn, text: 'Followed you' })).toMatchObject({
      input: { text: 'Followed you' },
    });
    expect(readHandIn(emptyHandIn)).toHaveProperty('error');
  });

  it('a file stands in the place of the link; one that was handed in before stays by itself', () => {
    const file = new File(['x'], 'a.jpg', { type: 'image/jpeg' });
    expect(readHandIn({ ...emptyHandIn, proofUrl: 'no link', file })).toEqual({
      input: { file, paidPartnership: false },
    });
    const media = { kind: 'photo' as const, type: 'image/jpeg', bytes: 1, url: '/x' };
    const before = { proofUrl: 'https://cairn.example/x', media, text: null, paidPartnership: false };
    const form = handInForm(before as Parameters<typeof handInForm>[0]);
    expect(form).toMatchObject({ proofUrl: '', keeps: media });
    expect(readHandIn(form)).toEqual({ input: { paidPartnership: false } });
  });

  const uploads = {
    enabled: true,
    types: ['image/jpeg', 'video/mp4'],
    maxBytes: { photo: 20_000_000, video: 200_000_000 },
  };
  it.each([
    ['image/jpeg', 20_000_000, null],
    ['image/jpeg', 20_000_001, /20 MB is the most/],
    ['video/mp4', 190_000_000, null],
    ['video/mp4', 250_000_000, /250 MB, and 200 MB is the most. Cut it/],
    ['application/pdf', 1, /Choose a photo/],
    ['image/svg+xml', 1, /Choose a photo/],
    ['image/heif', 1, null],
    ['', 900_000_000, null],
  ])('a file of type "%s" with %i bytes', (type, size, wanted) => {
    const fault = faultOf({ type, size }, uploads);
    if (wanted === null) expect(fault).toBeNull();
    else expect(fault).toMatch(wanted);
  });
});
