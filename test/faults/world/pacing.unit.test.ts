import { describe, expect, it } from '@jest/globals';
import { Pacing } from './pacing.js';

const isOpen = (turn: Promise<void>) =>
  Promise.race([turn.then(() => true), new Promise(resolve => setImmediate(() => resolve(false)))]);

describe('the pacing of sales', () => {
  it('lets each fault’s part go with it', async () => {
    const pacing = new Pacing(4, 0);
    expect(await isOpen(pacing.turn(0, 100))).toBe(false);
    pacing.next();
    expect(await isOpen(pacing.turn(24, 100))).toBe(true);
    const second = pacing.turn(25, 100);
    expect(await isOpen(second)).toBe(false);
    pacing.next();
    expect(await isOpen(second)).toBe(true);
    expect(await isOpen(pacing.turn(50, 100))).toBe(false);
  });

  it('keeps parts back for faults that need more than one', async () => {
    const pacing = new Pacing(1, 1);
    pacing.next();
    expect(await isOpen(pacing.turn(49, 100))).toBe(true);
    const kept = pacing.turn(50, 100);
    expect(await isOpen(kept)).toBe(false);
    pacing.next();
    expect(await isOpen(kept)).toBe(true);
  });

  it('lets nothing go while it is held, and everything at the end', async () => {
    const pacing = new Pacing(1, 0);
    pacing.next();
    pacing.hold();
    const turn = pacing.turn(0, 10);
    expect(await isOpen(turn)).toBe(false);
    pacing.release();
    expect(await isOpen(turn)).toBe(true);
    pacing.hold();
    pacing.end();
    expect(await isOpen(pacing.turn(9, 10))).toBe(true);
  });
});
