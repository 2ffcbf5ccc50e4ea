import { describe, expect, it } from '@jest/globals';
import { ShopPlaces } from './shop-places.js';

/** How many more get a place of a shop at once. */
function fill(places: ShopPlaces, domain: string): number {
  let taken = 0;
  while (places.enter(domain, `${domain} ${taken}`, 0) === 0) taken++;
  return taken;
}

describe('the places at shops', () => {
  it('are half of all for a shop alone, so that another finds some', () => {
    const places = new ShopPlaces(64);
    expect(fill(places, 'a')).toBe(32);
    expect(fill(places, 'b')).toBe(32);
  });

  it('are shared evenly by those that have work, each having one at least', () => {
    const places = new ShopPlaces(6);
    expect(['a', 'b', 'c'].map(domain => places.enter(domain, 'first', 0))).toEqual([0, 0, 0]);
    expect(['a', 'b', 'c'].map(domain => fill(places, domain))).toEqual([1, 1, 1]);
    for (const other of ['d', 'e', 'f', 'g']) expect(fill(places, other)).toBe(1);
  });

  it('are had by others again when a shop is through', () => {
    const places = new ShopPlaces(4);
    places.enter('a', 'one', 0);
    expect(fill(places, 'b')).toBe(2);
    places.leave('a', 100);
    expect(fill(places, 'b')).toBe(2);
  });

  it('send away who finds none, one behind the other, by how long the shop needs', () => {
    const places = new ShopPlaces(2);
    places.enter('a', 'g0', 0);
    places.enter('a', 'g1', 0);
    expect(['g2', 'g3', 'g4'].map(key => places.enter('a', key, 0))).toEqual([150, 300, 450]);
    expect(places.enter('a', 'g3', 100)).toBe(200);
    places.leave('a', 8_300);
    expect(places.enter('a', 'g2', 150)).toBe(0);
    expect(places.enter('a', 'g5', 150)).toBe(1_950);
  });

  it('are not kept for who never comes', () => {
    const places = new ShopPlaces(2);
    places.enter('a', 'g0', 0);
    places.enter('a', 'g1', 0);
    for (let n = 0; n < 100; n++) places.enter('a', `lost ${n}`, 0);
    expect(places.enter('a', 'late', 1_000_000)).toBe(150);
  });
});
