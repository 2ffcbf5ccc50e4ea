import { AxeBuilder } from '@axe-core/playwright';
import type { AmbassadorDetail } from '@cairn/contracts/http/ambassador';
import type { SeriesView } from '@cairn/contracts/http/series';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { admin, enrol, makeBrand, progressOf, read, send, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';
import { mailedAdminLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;
let page: Page;
let ada: { id: string };

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand('Editing');
  const email = `rosa@${brand.slug}.example`;
  await admin(brand, 'POST', '/members', { name: 'Rosa Ward', role: 'owner', email });
  await admin(brand, 'POST', '/programs', { name: 'Insiders', category: 'vip' });
  ada = await enrol(brand, 'ada');
  const data = { orderId: 'o1', currency: 'USD', netAmount: 36_000 };
  await send(brand, { id: 'sale-1', type: 'referral.sale', externalId: 'ada', data });
  await until('90 points', async () => (await progressOf(brand, ada.id)).points === 90);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // What is still fading in has no contrast yet.
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.UI_TIMEOUT ?? 20_000));
  await page.goto(await mailedAdminLink(brand, email));
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}, 60_000);

afterAll(async () => {
  await browser.close();
});

async function noViolations(what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(violation => [what, violation.id, violation.nodes[0]?.html])).toEqual([]);
}

describe('a live series in the admin UI', () => {
  it('3.8 is edited, shows what differs and who would gain, and is published at once', async () => {
    await page.goto(`${cairn().portal}/admin/series/${brand.seriesId}`);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByText('It has begun: its start stays').waitFor();
    await page.getByRole('button', { name: /Silver.*points/ }).click();
    await page.getByRole('textbox', { name: 'Threshold' }).fill('80');
    await page.getByText('Saved', { exact: true }).waitFor();
    await until('the draft is stored', async () => {
      const { draft } = await read<SeriesView>(brand, `/series/${brand.seriesId}`);
      return draft?.tiers[1]?.threshold === 80;
    });

    await page.goto(`${cairn().portal}/admin/series/${brand.seriesId}`);
    const waiting = page.getByRole('region', { name: 'Changes that are not published' });
    await waiting.getByText('Silver is at 80 points instead of 100.').waitFor();
    await noViolations('the series with a draft');
    await waiting.getByRole('link', { name: 'Go on and publish' }).click();
    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish version 2?' });
    await dialog.getByText('1 ambassador would unlock Silver.').waitFor();
    await dialog.getByRole('radio', { name: /At once/ }).check();
    await noViolations('the publish');
    await dialog.getByRole('button', { name: 'Publish and unlock now' }).click();
    await page.getByRole('heading', { name: 'The climb' }).waitFor();
    await until('Silver unlocks', async () => {
      return (await progressOf(brand, ada.id)).currentTier?.name === 'Silver';
    });
  }, 120_000);

  it('a draft is discarded after it was asked', async () => {
    await admin(brand, 'PATCH', `/series/${brand.seriesId}`, { name: 'Another' });
    await page.goto(`${cairn().portal}/admin/series/${brand.seriesId}`);
    await page.getByText('The name becomes “Another”.').waitFor();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
    await page.getByText('Version 3 is being written').waitFor({ state: 'detached' });
    expect(await read<SeriesView>(brand, `/series/${brand.seriesId}`)).toMatchObject({
      draft: null,
      version: 2,
    });
  }, 60_000);
});

describe('an ambassador in the admin UI', () => {
  const personNow = () => read<AmbassadorDetail>(brand, `/ambassadors/${ada.id}`);

  it('1.4 is moved, taken out and brought back, each with what it means', async () => {
    await page.goto(`${cairn().portal}/admin/ambassadors/${ada.id}`);
    await page.getByRole('button', { name: 'Move…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Program' }).click();
    await page.getByRole('option', { name: 'Insiders' }).click();
    await noViolations('the move');
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('is in Insiders.').waitFor();
    expect((await personNow()).memberships).toHaveLength(2);

    await page.getByRole('button', { name: 'Leave…' }).click();
    await dialog.getByRole('button', { name: 'Take out' }).click();
    await page.getByText('has left.').waitFor();
    await page.getByRole('button', { name: 'Bring back…' }).click();
    await dialog.getByRole('combobox', { name: 'Program' }).click();
    await page.getByRole('option', { name: 'Friends' }).click();
    await dialog.getByRole('button', { name: 'Bring back' }).click();
    await until('they are back', async () => (await personNow()).programId === brand.programId);
  }, 120_000);
});
