import { submitAction } from '@cairn/contracts/http/submission';
import { describe, expect, it } from '@jest/globals';
import { emptyHandIn, readHandIn } from './hand-in-form.js';

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
});
