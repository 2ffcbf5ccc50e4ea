import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSeed } from '@cairn/demo/seed/run-seed';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';

/**
 * Looks at the portal as the seeded brand's people see it. The pictures go to TEST_SCREENS, from the repository's
 * root, where that is set: `TEST_SCREENS=docs/screens npm test -- browser screens` makes the documentation's anew.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'cairn-screens-'));
const folder = process.env.TEST_SCREENS ? resolve(root, process.env.TEST_SCREENS) : scratch;

const silent = {
  start: () => undefined,
  advance: () => undefined,
  end: () => undefined,
  say: () => undefined,
};
const sizes = { 390: { width: 390, height: 844 }, 1440: { width: 1440, height: 900 } } as const;

let browser: Browser;
let page: Page;
let adminPage: Page;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const { portal, ingestion, inbox, shop, platformToken } = cairn();
  const urls = { cairnUrl: portal, ingestionUrl: ingestion, inboxUrl: inbox, shopUrl: shop };
  const seed = await runSeed({
    environment: { ...urls, platformToken, dataDir: scratch },
    progress: silent,
    now: new Date(),
  });
  const shown = seed.links.find(link => link.standing.includes('760'))!;
  browser = await openBrowser();
  page = await (await browser.newContext({ deviceScaleFactor: 2 })).newPage();
  await page.goto(shown.url!);
  await page.getByRole('progressbar', { name: /./ }).first().waitFor();
  const desk = { viewport: sizes[1440], reducedMotion: 'reduce' } as const;
  adminPage = await (await browser.newContext(desk)).newPage();
  await adminPage.goto(seed.admin.url!);
  await adminPage.getByRole('table', { name: 'Milestone series' }).waitFor();
}, 240_000);

afterAll(async () => {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
});

describe('the portal home of the seeded brand', () => {
  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    'at %i pixels, %s: all of it within the width, no text under 14 px',
    async (size, colorScheme) => {
      await page.setViewportSize(sizes[size]);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.getByRole('heading', { name: /Mia/ }).waitFor();
      const seen = await page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        small: [...document.querySelectorAll('main *')]
          .filter(element =>
            [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()),
          )
          .filter(element => Number.parseFloat(getComputedStyle(element).fontSize) < 14)
          .map(element => element.textContent),
      }));
      expect(seen).toEqual({ sideways: 0, small: [] });
      await page.screenshot({
        path: join(folder, `portal-home-${size}-${colorScheme}.png`),
        animations: 'disabled',
      });
    },
  );
});

describe('the admin UI of the seeded brand', () => {
  const open = async (path: string) => await adminPage.goto(`${cairn().portal}/admin${path}`);
  const follow = async (name: string) =>
    await adminPage.getByRole('main').getByRole('link', { name }).first().click();

  const pages: [string, () => Promise<unknown>, RegExp][] = [
    ['series', () => open('/series'), /The Rosewood Circle/],
    ['series-page', async () => [await open('/series'), await follow('The Rosewood Circle')], /Silver/],
    ['builder', () => open('/series/new'), /Stay at the top/],
    ['fulfilment', () => open('/fulfilment'), /Rosewood hamper/],
    ['ambassadors', () => open('/ambassadors'), /Mia Lindgren/],
    ['person', async () => [await open('/ambassadors'), await follow('Mia Lindgren')], /mia@rosewood/],
    ['earning', () => open('/earning'), /Post a story/],
    ['settings', () => open('/settings'), /Disclosure tags/],
    ['mails', () => open('/settings/mails'), /All mails’ fates are known/],
  ];

  it.each(
    pages.flatMap(([name, go, shows]) =>
      (['light', 'dark'] as const).map(scheme => [name, scheme, go, shows] as const),
    ),
  )('%s, %s: all of it within the width', async (name, colorScheme, go, shows) => {
    await adminPage.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await go();
    await adminPage.getByText(shows).first().waitFor();
    await adminPage.waitForLoadState('networkidle');
    const sideways = await adminPage.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    await adminPage.screenshot({
      path: join(folder, `admin-${name}-${colorScheme}.png`),
      animations: 'disabled',
    });
  });
});
