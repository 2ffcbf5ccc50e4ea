import { AxeBuilder } from '@axe-core/playwright';
import type { Page as List } from '@cairn/contracts/http/page';
import type { RewardItem } from '@cairn/contracts/http/reward-item';
import { Inbox } from '@cairn/demo/http/inbox';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ok } from '../support/api.js';
import { enrol, makeBrand, read, sell, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';
import { mailedLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

/** Counts the loads of the page, so that a reload cannot pass for a live update. */
async function openHome(
  externalId: string,
): Promise<{ page: Page; loads: () => number; id: string; email: string }> {
  const { id, email } = await enrol(brand, externalId, 'Maya Lind');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  let loads = 0;
  page.on('load', () => {
    loads++;
  });
  await page.goto(await mailedLink(brand, email));
  await page.getByRole('heading', { name: /Maya/ }).waitFor();
  loads = 0;
  return { page, loads: () => loads, id, email };
}

const bar = (page: Page) => page.getByRole('progressbar').first();
const barSays = (page: Page, words: RegExp) =>
  until(`the bar says ${words}`, async () =>
    words.test((await bar(page).getAttribute('aria-valuetext')) ?? ''),
  );

describe('the portal home', () => {
  it('moves on a sale and celebrates the unlock without a reload; the mail holds the shop’s very code', async () => {
    const { page, loads, id, email } = await openHome('maya');
    await barSays(page, /^0 points/);
    await sell(brand, 'maya', 8_000);
    await barSays(page, /^20 points/);
    await sell(brand, 'maya', 16_000);
    const dialog = page.getByRole('dialog', { name: /Bronze unlocked/ });
    await dialog.waitFor();
    const [reward] = await until('the code is issued', async () => {
      const { items } = await read<List<RewardItem>>(brand, `/ambassadors/${id}/rewards`);
      return items[0]?.status === 'issued' && items;
    });
    await dialog.getByRole('code').getByText(reward!.code!).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await barSays(page, /^60 points/);
    expect(loads()).toBe(0);

    const [mail] = await until('the unlock mail', async () => {
      const mails = await new Inbox(cairn().inbox).to(email);
      const unlocks = mails.filter(candidate => candidate.subject.includes('Bronze'));
      return unlocks.length > 0 && unlocks;
    });
    expect(mail!.html).toContain(reward!.code);
    const { items } = await read<List<{ domain: string }>>(brand, '/shops');
    const held = await ok<List<{ code: string }>>(
      'GET',
      `${cairn().shop}/control/shops/${items[0]!.domain}/discounts?code=${reward!.code}`,
    );
    expect(held.items.map(discount => discount.code)).toEqual([reward!.code]);
    await page.context().close();
  }, 120_000);

  it('has no accessibility violation, on a phone and on a desk, light and dark', async () => {
    const { page } = await openHome('axel');
    await sell(brand, 'axel', 8_000);
    await barSays(page, /^20 points/);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1440]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(violation => [colorScheme, width, violation.id])).toEqual([]);
      }
    }
    await page.context().close();
  }, 120_000);

  it('shows what gave nothing, with the reason, and signs out', async () => {
    const { page } = await openHome('noor');
    const event = {
      id: 'noor-euro',
      type: 'referral.sale',
      occurredAt: new Date().toISOString(),
      ambassador: { externalId: 'noor' },
      data: { orderId: 'euro-1', currency: 'EUR', netAmount: 5_000 },
    };
    await ok('POST', `${cairn().ingestion}/v1/events`, { token: brand.apiKey, body: event });
    await page.getByText(/euro-1/).waitFor();
    await page.getByText(/EUR/).first().waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: /sign out/i }).click();
    await page.getByRole('textbox', { name: /e-?mail/i }).waitFor();
    await page.context().close();
  }, 120_000);

  it('a used link says so and offers another', async () => {
    const { email } = await enrol(brand, 'once');
    const link = await mailedLink(brand, email);
    const first = await browser.newPage();
    await first.goto(link);
    await first.getByRole('heading', { name: /Ada/ }).waitFor();
    const context = await browser.newContext();
    const second = await context.newPage();
    await second.goto(link);
    await second
      .getByText(/was used before/i)
      .first()
      .waitFor();
    await context.close();
    await first.close();
  }, 120_000);
});
