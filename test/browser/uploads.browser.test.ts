import { AxeBuilder } from '@axe-core/playwright';
import type { Page as List } from '@cairn/contracts/http/page';
import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { admin, enrol, makeBrand, read, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { photo, video } from '../support/files.js';
import { mailedAdminLink, mailedLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;
/** Rosa reviews, Ada hands in. */
let rosa: Page;
let ada: Page;

const timeout = Number(process.env.UI_TIMEOUT ?? 20_000);
/** A folder for pictures of what is looked at; none are taken without it. */
const screens = process.env.UI_SCREENS;

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand();
  const email = `rosa@${brand.slug}.example`;
  await admin(brand, 'POST', '/members', { name: 'Rosa Ward', role: 'reviewer', email });
  const made = await enrol(brand, 'ada', 'Ada Lovelace');
  const action = { programId: brand.programId, review: 'all', points: 40 };
  await admin(brand, 'POST', '/actions', { ...action, category: 'upload_content', name: 'Show your shelf' });
  await admin(brand, 'POST', '/actions', { ...action, category: 'follow_subscribe', name: 'Follow us' });
  const desk = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
  rosa = await (await browser.newContext({ ...desk, colorScheme: 'dark' })).newPage();
  rosa.setDefaultTimeout(timeout);
  await rosa.goto(await mailedAdminLink(brand, email));
  await rosa.getByRole('navigation', { name: 'Main' }).waitFor();
  const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;
  ada = await (await browser.newContext(phone)).newPage();
  ada.setDefaultTimeout(timeout);
  await ada.goto(await mailedLink(brand, made.email));
  await ada.getByRole('link', { name: 'Hand in what you did' }).click();
  await ada.getByRole('heading', { name: 'Ways to earn' }).waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

async function looked(page: Page, what: string): Promise<void> {
  if (screens !== undefined) await page.screenshot({ path: `${screens}/${what.replaceAll(' ', '-')}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(violation => [what, violation.id, violation.nodes[0]?.html])).toEqual([]);
}

const jpeg = () => ({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo() });

async function choose(page: Page, dialog: Locator, file: { name: string; mimeType: string; buffer: Buffer }) {
  const asked = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: /^Choose/ }).click();
  await (await asked).setFiles(file);
}

async function dialogOf(task: string): Promise<Locator> {
  await ada.getByRole('button', { name: `Hand in: ${task}` }).click();
  return ada.getByRole('dialog', { name: task });
}

const submissions = async () => (await read<List<SubmissionItem>>(brand, '/submissions')).items;

describe('2.1 a photo and a video, from the phone to the queue', () => {
  it('is chosen, seen, sent, and looked at by the brand in full', async () => {
    const dialog = await dialogOf('Show your shelf');
    await looked(ada, 'asked for a photo');
    await choose(ada, dialog, { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    await dialog.getByText('Choose a photo (JPEG').waitFor();
    const large = { ...jpeg(), buffer: Buffer.alloc(21_000_000) };
    await choose(ada, dialog, large);
    await dialog.getByText('This photo has 21 MB, and 20 MB is the most').waitFor();
    await choose(ada, dialog, jpeg());
    const preview = dialog.getByRole('img', { name: 'What you have chosen' });
    await until('the preview shows', () =>
      preview.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth === 480),
    );
    await looked(ada, 'a photo chosen');
    await dialog.getByRole('textbox', { name: 'What it says' }).fill('My shelf');
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await ada.getByText('It is looked at before it counts.').first().waitFor();
    await ada
      .getByRole('list', { name: 'What you handed in' })
      .getByRole('link', { name: /^Your photo/ })
      .waitFor();
    await looked(ada, 'a photo handed in');

    await rosa
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Reviews/ })
      .click();
    await rosa.getByRole('button', { name: 'Show your shelf' }).click();
    const drawer = rosa.getByRole('dialog', { name: 'Show your shelf' });
    const shown = drawer.getByRole('img', { name: 'Handed in: Show your shelf by Ada Lovelace' });
    await until('the photo shows', () =>
      shown.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth === 480),
    );
    await looked(rosa, 'a photo in the queue');
    const full = rosa.context().waitForEvent('page');
    await drawer.getByRole('link', { name: 'Open the photo in full size' }).press('Enter');
    const opened = await full;
    await opened.waitForLoadState();
    expect(opened.url()).toMatch(/\/api\/v1\/media\/[0-9a-f]{64}$/);
    expect(await opened.evaluate('document.images[0].naturalWidth')).toBe(480);
    await opened.close();
    await drawer.press('r');
    const why = rosa.getByRole('dialog', { name: /^Reject/ });
    await why.getByRole('combobox', { name: 'Reason' }).click();
    await rosa.getByRole('option', { name: 'Not good enough to use' }).click();
    await why.getByRole('button', { name: 'Reject' }).click();
    await rosa.getByText('Show your shelf by Ada Lovelace: rejected').waitFor();
  }, 120_000);

  it('2.2 is mended with a video, which plays in the queue', async () => {
    await ada.getByRole('button', { name: 'Mend: Show your shelf' }).click();
    const mend = ada.getByRole('dialog', { name: 'Mend: Show your shelf' });
    await mend.getByText('Your photo of before stays').waitFor();
    await choose(ada, mend, { name: 'clip.mp4', mimeType: 'video/mp4', buffer: video(200_000) });
    await looked(ada, 'mended with a video');
    await mend.getByRole('button', { name: 'Hand in' }).click();
    await mend.waitFor({ state: 'detached' });
    await until('it is in review again', async () => (await submissions())[0]?.media?.kind === 'video');
    // The address says which one is open.
    await rosa.reload();
    const player = rosa.getByLabel('Handed in: Show your shelf by Ada Lovelace');
    await until('the video can be played', () =>
      player.evaluate(element => (element as unknown as { readyState: number }).readyState > 0),
    );
    await looked(rosa, 'a video in the queue');
    await rosa.keyboard.press('Escape');
  }, 60_000);

  it('can be stopped, fails in words, and sent again is one submission', async () => {
    const before = (await submissions()).length;
    let arrivals = 0;
    await ada.route('**/api/portal/v1/submissions', async route => {
      if (route.request().method() !== 'POST') return await route.continue();
      arrivals += 1;
      // The first never gets through, of the second the answer is lost.
      if (arrivals === 1) return;
      if (arrivals === 2) {
        await route.fetch();
        await route.abort();
        return;
      }
      await route.continue();
    });
    const dialog = await dialogOf('Follow us');
    await choose(ada, dialog, jpeg());
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    const stop = dialog.getByRole('button', { name: 'Stop' });
    await stop.waitFor();
    await dialog.getByRole('progressbar', { name: 'Sent' }).waitFor({ state: 'attached' });
    await looked(ada, 'on its way');
    await stop.click();
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    await dialog.getByRole('alert').getByText('There is no connection just now').waitFor();
    await looked(ada, 'without a connection');
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await ada.unroute('**/api/portal/v1/submissions');
    expect(arrivals).toBe(3);
    await until('it is there', async () => (await submissions()).length === before + 1);
  }, 60_000);
});
