import { resolve } from 'node:path';
import type { Environment } from '../environment.js';
import { shown } from './rosewood.js';
import type { SeedResult } from './run-seed.js';

/**
 * What a newcomer is told: who there is to be, where the key is, and how to make a bar move. A reader elsewhere than here
 * has no file of ours, and is told the key itself.
 */
export function guideOf(result: SeedResult, environment: Environment): string {
  const elsewhere = environment.readerIngestionUrl;
  const keyFile = resolve(result.keyFile);
  const width = Math.max(...result.links.map(link => link.name.length));
  const people = result.links.map(
    ({ name, standing, url }) =>
      `  ${name.padEnd(width)}  ${standing}\n    ${url ?? 'the mail with the link did not come'}`,
  );
  const key = elsewhere
    ? result.apiKey
    : `"$(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).apiKey' '${keyFile}')"`;
  const sale = [
    `{"id":"try-'$(date +%s)'"`,
    `"type":"referral.sale"`,
    `"occurredAt":"'$(date -u +%Y-%m-%dT%H:%M:%SZ)'"`,
    `"ambassador":{"externalId":"${shown}"}`,
    `"data":{"orderId":"try-'$(date +%s)'","currency":"USD","netAmount":48000}}`,
  ].join(',');
  return [
    '',
    `The brand ${result.brand.slug}: open a portal (each link signs in once, within 15 minutes)`,
    ...people,
    '',
    'Run it: open the admin UI',
    `  ${result.admin.name}  ${result.admin.standing}`,
    `    ${result.admin.url ?? 'the mail with the link did not come'}`,
    '',
    elsewhere ? `Its API key is ${result.apiKey}` : `Its API key is in ${keyFile}`,
    'A sale of 480.00 takes Mia from 760 points to Gold. Open her portal, then watch it while you run:',
    '',
    `curl -s ${elsewhere ?? environment.ingestionUrl}/v1/events -H 'content-type: application/json' \\`,
    `  -H authorization:\\ Bearer\\ ${key} \\`,
    `  -d '${sale}'`,
    '',
  ].join('\n');
}
