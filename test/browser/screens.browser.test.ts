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
}, 120_000);

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
