import { AxeBuilder } from '@axe-core/playwright';
import type { Page as List } from '@cairn/contracts/http/page';
import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { admin, enrol, makeBrand, read, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';
import { mailedAdminLink, mailedLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;
/** Rosa reviews, Ada hands in. */
let rosa: Page;
let ada: Page;
let adaId: string;

const timeout = Number(process.env.UI_TIMEOUT ?? 20_000);

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand();
  await admin(brand, 'PATCH', '/brand', { disclosureTags: ['#ad'] });
  const email = `rosa@${brand.slug}.example`;
  await admin(brand, 'POST', '/members', { name: 'Rosa Ward', role: 'reviewer', email });
  const made = await enrol(brand, 'ada', 'Ada Lovelace');
  adaId = made.id;
  const action = { programId: brand.programId, category: 'social_post', review: 'all' };
  await admin(brand, 'POST', '/actions', { ...action, name: 'Post a story', points: 40 });
  await admin(brand, 'POST', '/actions', { ...action, name: 'Tell a friend', points: 5 });
  const disclosed = { ...action, name: 'Show the box', points: 7, disclosureRequired: true };
  await admin(brand, 'POST', '/actions', disclosed);
  const desk = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
  rosa = await (await browser.newContext(desk)).newPage();
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

async function noViolations(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(violation => [what, violation.id, violation.nodes[0]?.html])).toEqual([]);
}

async function handIn(task: string, link: string, text = ''): Promise<void> {
  await ada.getByRole('button', { name: `Hand in: ${task}` }).click();
  const dialog = ada.getByRole('dialog', { name: task });
  await dialog.getByRole('textbox', { name: 'Link of your post' }).fill(link);
  await dialog.getByRole('textbox', { name: 'What it says' }).fill(text);
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await dialog.waitFor({ state: 'detached' });
}

const statusOf = async (link: string) => {
  const path = `/submissions?ambassadorId=${adaId}`;
  const { items } = await read<List<SubmissionItem>>(brand, path);
  return items.find(item => item.proofUrl?.endsWith(link))?.status;
};

const available = async () =>
  (await read<{ available: number }>(brand, `/ambassadors/${adaId}/balance`)).available;

describe('2.2 the review queue', () => {
  it('takes what the portal hands in, is decided on by keys, and undone from the notice', async () => {
    await handIn('Post a story', 'tiktok.com/@ada/video/1', 'love it');
    await ada.getByText('It is looked at before it counts.').first().waitFor();
    await handIn('Post a story', 'tiktok.com/@ada/video/2');
    await handIn('Tell a friend', 'tiktok.com/@ada/video/3');
    await ada.getByRole('list', { name: 'What you handed in' }).getByText('In review').nth(2).waitFor();
    await noViolations(ada, 'ways to earn');

    await rosa
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Reviews/ })
      .click();
    const queue = rosa.getByRole('table', { name: 'Reviews' });
    await queue.getByRole('row').nth(3).waitFor();
    await noViolations(rosa, 'the queue');
    // Who waits longest stands first.
    await queue.getByRole('row').nth(1).getByRole('button', { name: 'Post a story' }).click();
    const drawer = rosa.getByRole('dialog', { name: 'Post a story' });
    await drawer.getByText('love it').waitFor();
    await noViolations(rosa, 'a submission');
    await rosa.keyboard.press('a');
    await rosa.getByText('Post a story by Ada Lovelace: approved').waitFor();
    await until('its points are there', async () => (await available()) === 40);
    // It goes on with the next one by itself.
    await drawer.getByText('video/2').waitFor();
    await rosa.keyboard.press('r');
    const why = rosa.getByRole('dialog', { name: /^Reject Post a story/ });
    await why.getByRole('button', { name: 'Reject' }).click();
    await why.getByText('Choose why').waitFor();
    await why.getByRole('combobox', { name: 'Reason' }).click();
    await rosa.getByRole('option', { name: 'Private, deleted or not there' }).click();
    await why.getByRole('textbox', { name: 'Words to the ambassador' }).fill('We only saw a login page.');
    await noViolations(rosa, 'a rejection');
    await why.getByRole('button', { name: 'Reject' }).click();
    await rosa.getByText('Post a story by Ada Lovelace: rejected').waitFor();
    expect(await statusOf('video/2')).toBe('rejected');

    await ada
      .getByText(/We only saw a login page/)
      .first()
      .waitFor();
    await ada.getByRole('button', { name: 'Mend: Post a story' }).click();
    const mend = ada.getByRole('dialog', { name: 'Mend: Post a story' });
    await noViolations(ada, 'mending');
    await mend.getByRole('textbox', { name: 'Link of your post' }).fill('https://tiktok.com/@ada/video/4');
    await mend.getByRole('button', { name: 'Hand in' }).click();
    await until('it is in review again', async () => (await statusOf('video/4')) === 'in_review');
  }, 120_000);

  it('decides on many at once, by its filters in the URL, and undoes them', async () => {
    await rosa.goto(`${cairn().portal}/admin/reviews`);
    await rosa.getByRole('checkbox', { name: 'Choose all' }).check();
    const bar = rosa.getByRole('toolbar', { name: 'Chosen submissions' });
    await bar.getByRole('button', { name: 'Approve' }).click();
    await rosa.getByText('2 submissions approved').waitFor();
    await until('all points are there', async () => (await available()) === 85);
    await rosa.getByRole('button', { name: 'Undo', exact: true }).click();
    await rosa.getByText('2 submissions in review again').waitFor();
    await until('they are taken back', async () => (await available()) === 40);
    await rosa.getByRole('combobox', { name: 'Action' }).click();
    await rosa.getByRole('option', { name: 'Tell a friend' }).click();
    await until('the address says so', async () => rosa.url().includes('actionId='));
    await until('one is left', async () => (await rosa.getByRole('row').count()) === 2);
    await rosa.getByRole('link', { name: 'Approved', exact: true }).click();
    await rosa.getByText('No submissions like that').waitFor();
  }, 60_000);

  it('2.3 a post without its tag is mended in the portal', async () => {
    await handIn('Show the box', 'tiktok.com/@ada/video/9', 'no tag');
    await ada.getByText('Needs a disclosure').waitFor();
    await ada.getByRole('button', { name: 'Mend: Show the box' }).click();
    const mend = ada.getByRole('dialog', { name: 'Mend: Show the box' });
    await mend.getByRole('textbox', { name: 'What it says' }).fill('the box #ad');
    await mend.getByRole('button', { name: 'Hand in' }).click();
    await until('it is in review', async () => (await statusOf('video/9')) === 'in_review');
  }, 60_000);
});
