import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { admin, enrol, makeBrand, send, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';
import { mailedAdminLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand();
  const email = `rosa@${brand.slug}.example`;
  await admin(brand, 'POST', '/members', { name: 'Rosa Ward', role: 'owner', email });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.UI_TIMEOUT ?? 20_000));
  await page.goto(await mailedAdminLink(brand, email));
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
});

afterAll(async () => {
  await browser.close();
});

async function noViolations(what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(violation => [what, violation.id, violation.nodes[0]?.html])).toEqual([]);
}

describe('the admin UI', () => {
  it('2.10 adjusts points, shows the balance that they would make, and the reason in the ledger', async () => {
    const ada = await enrol(brand, 'ada', 'Ada');
    await page.goto(`${cairn().portal}/admin/ambassadors/${ada.id}`);
    await page.getByRole('button', { name: 'Adjust points' }).click();
    const dialog = page.getByRole('dialog', { name: 'Adjust the points of Ada' });
    await dialog.getByRole('button', { name: 'Add points' }).click();
    await dialog.getByText('Whole points, from 1.').waitFor();
    await dialog.getByRole('textbox', { name: 'Points' }).fill('60');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('For the fair');
    await dialog.getByText(/Available: 0 → 60/).waitFor();
    await noViolations('the adjustment');
    await dialog.getByRole('button', { name: 'Add 60 points' }).click();
    await page.getByRole('table', { name: 'Ledger' }).getByText('For the fair').waitFor();
  });

  it('2.7 lists what no series was live for, and replays what is chosen after a preview', async () => {
    const program = await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Late', category: 'x' });
    await admin(brand, 'PUT', `/programs/${program.id}/referral-rule`, { mode: 'flat', points: 30 });
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    await enrol(brand, 'bob', 'Bob', { programId: program.id, joinedAt: hoursAgo(9) });
    for (const n of [1, 2]) {
      await send(brand, {
        id: `late-${n}`,
        type: 'referral.sale',
        externalId: 'bob',
        data: { orderId: `late-${n}`, currency: 'USD', netAmount: 5_000 },
        occurredAt: hoursAgo(n),
      });
    }
    const series = await admin<{ id: string }>(brand, 'POST', '/series', {
      name: 'Late',
      category: 'x',
      programIds: [program.id],
      startsAt: hoursAgo(8),
      completion: { kind: 'stay' },
      tiers: [{ name: 'One', threshold: 500, medal: { preset: 'gold' }, description: '', rewards: [] }],
    });
    await admin(brand, 'POST', `/series/${series.id}/publish`, {});

    await page.goto(`${cairn().portal}/admin/earning/receipts`);
    const receipts = page.getByRole('table', { name: 'Receipts' });
    await receipts.getByText('late-1', { exact: true }).waitFor();
    await noViolations('the receipts');
    await receipts.getByRole('checkbox', { name: /late-1/ }).check();
    await page.getByRole('button', { name: 'Replay 1 chosen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/1 event would earn, 30 points in all/).waitFor();
    await noViolations('the replay');
    await dialog.getByRole('button', { name: 'Replay 1 event' }).click();
    await page.getByText('1 event replayed, 30 points given').waitFor();
    await receipts.getByText('late-2', { exact: true }).waitFor();
    await receipts.getByText('late-1', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Replay all of these' }).click();
    await dialog.getByRole('button', { name: 'Replay 1 event' }).click();
    await page.getByText('Nothing that gave no points for this reason').waitFor();
  });

  it('2.6 types a tiered rule', async () => {
    // The rule's answer is held back until the program was clicked: the click must not be lost.
    let clicked = () => {};
    const click = new Promise<void>(resolve => {
      clicked = resolve;
    });
    await page.route('**/referral-rule', async route => {
      await click;
      await route.continue();
    });
    await page.goto(`${cairn().portal}/admin/earning/referrals`);
    await page.getByRole('button', { name: 'Late', exact: true }).click();
    clicked();
    const dialog = page.getByRole('dialog', { name: 'Edit program' });
    await dialog.getByText('In tiers').click();
    await dialog.getByRole('textbox', { name: 'Gives points' }).fill('10');
    await dialog.getByRole('button', { name: 'Add tier' }).click();
    await dialog.getByRole('textbox', { name: 'From sales' }).nth(1).fill('3');
    await dialog.getByRole('textbox', { name: 'Gives points' }).nth(1).fill('20');
    await noViolations('the tiers');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('from 0: 10 points; from 3: 20 points.').waitFor();
  });
});
