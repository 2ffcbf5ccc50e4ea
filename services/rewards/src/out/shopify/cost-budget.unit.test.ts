import { describe, expect, it } from '@jest/globals';
import { CostBudget } from './cost-budget.js';

const full = { maximumAvailable: 100, currentlyAvailable: 100, restoreRate: 10 };

function budget(status = full) {
  const made = new CostBudget();
  made.learn(status, 0);
  return made;
}

describe('a shop’s cost budget', () => {
  it('lets work go while there is budget, then gives each its turn', () => {
    const shop = budget();
    const waits = Array.from({ length: 7 }, (_, place) => shop.admit(`g${place}`, 20, 0));
    expect(waits).toEqual([0, 0, 0, 0, 0, 2_000, 4_000]);
  });

  it('keeps a place for who comes back', () => {
    const shop = budget();
    for (let place = 0; place < 6; place++) shop.admit(`g${place}`, 20, 0);
    expect(shop.admit('g5', 20, 0)).toBe(2_000);
    shop.spend('g0', 20);
    shop.learn({ ...full, currentlyAvailable: 80 }, 0);
    expect(shop.admit('g5', 20, 1_500)).toBe(500);
    expect(shop.admit('g5', 20, 2_500)).toBe(0);
  });

  it('counts what is answered once: in Shopify’s own account', () => {
    const shop = budget();
    shop.admit('g0', 20, 0);
    shop.spend('g0', 10);
    shop.learn({ ...full, currentlyAvailable: 90 }, 0);
    expect(shop.admit('g1', 80, 0)).toBe(0);
    shop.release('g0');
    expect(shop.admit('g2', 10, 0)).toBe(0);
    expect(shop.admit('g3', 10, 0)).toBe(1_000);
  });

  it('follows a shop that is emptier than we thought', () => {
    const shop = budget();
    shop.learn({ ...full, currentlyAvailable: 0 }, 0);
    expect(shop.admit('g0', 20, 0)).toBe(2_000);
  });

  it('brings turns nearer by what others did not spend', () => {
    const shop = budget();
    for (let place = 0; place < 7; place++) shop.admit(`g${place}`, 20, 0);
    shop.spend('g0', 10);
    shop.learn({ ...full, currentlyAvailable: 90 }, 0);
    shop.release('g0');
    expect(shop.admit('g5', 20, 0)).toBe(1_000);
    shop.release('g1');
    expect(shop.admit('g5', 20, 0)).toBe(0);
    expect(shop.admit('g6', 20, 0)).toBe(1_000);
  });

  it('brings turns nearer where the shop has a larger plan than was thought', () => {
    const shop = new CostBudget();
    for (let place = 0; place < 12; place++) shop.admit(`g${place}`, 100, 0);
    expect(shop.admit('g11', 100, 0)).toBe(4_000);
    shop.learn({ maximumAvailable: 1_000, currentlyAvailable: 1_000, restoreRate: 100 }, 0);
    expect(shop.admit('g11', 100, 0)).toBe(2_000);
  });

  it('gives up places that nobody came back for', () => {
    const shop = budget({ ...full, currentlyAvailable: 0 });
    shop.admit('lost', 1_000, 0);
    expect(shop.admit('g0', 100, 100_000)).toBeGreaterThan(0);
    expect(budget().admit('g1', 100, 300_000)).toBe(0);
    expect(shop.admit('g2', 0, 400_000)).toBe(0);
  });
});
