import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Made for a lambda of one process, these end the browser with its first closed context. */
const ofLambda = new Set(['--single-process', '--no-zygote']);

/** The Chromium that npm installed, headless. */
export async function openBrowser(): Promise<Browser> {
  return await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter(arg => !ofLambda.has(arg)),
    headless: true,
  });
}
