import { describe, expect, it } from '@jest/globals';
import { invalidity } from './measure-ingest.js';

const fine = { accepted: 500, refused: 0, failed: 0, example: null };

describe('invalidity', () => {
  it('lets a round count whose events are all accepted and all on the topic', () => {
    expect(invalidity(fine, 500, 500)).toBeNull();
  });

  it.each([
    [{ ...fine, refused: 2, example: '429 {}' }, 500, 500, /2 answers.*429/],
    [{ ...fine, failed: 1 }, 500, 500, /1 requests broke off/],
    [{ ...fine, accepted: 499 }, 500, 499, /499 of 500/],
    [fine, 500, 499, /topic has 499/],
    [fine, 500, 501, /topic has 501/],
  ])('says why %j does not', (answer, sent, recorded, why) => {
    expect(invalidity(answer, sent, recorded)).toMatch(why);
  });
});
