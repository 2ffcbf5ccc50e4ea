import type { CheckMails, MailErrors } from '@cairn/contracts/http/mail-template';
import { compile } from './handlebars.js';
import type { UnlockMailData } from './mail-data.js';

/** As a mail would have it; a template that cannot be rendered with this cannot be sent. */
const sample: UnlockMailData = {
  ambassador: { name: 'Alex Example', firstName: 'Alex' },
  brand: { name: 'Example' },
  series: { name: 'The climb' },
  tier: { name: 'Gold', threshold: '1,000', description: 'One of our closest.' },
  points: '1,080',
  rewards: [{ words: '20% off', code: 'EXAMPLE', expires: '1 December 2026 at 05:00 GMT', note: '' }],
  pending: [{ words: 'A mug' }],
  next: { name: 'Platinum', threshold: '2,000' },
  portalUrl: 'https://example.com/',
  stone: '',
};

/** Tries a tier's own mail with sample data (domain.md 5.4). @returns what is broken, by field; empty when all is well. */
export function checkMail({ path, subject, body }: CheckMails['mails'][number]): MailErrors['errors'] {
  return [
    ...broken(`${path}.subject`, () => compile(subject, 'text')(sample)),
    ...broken(`${path}.body`, () => compile(body, 'html')(sample)),
  ];
}

function broken(path: string, render: () => string): MailErrors['errors'] {
  try {
    render();
    return [];
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return [{ path, message: `cannot be read as Handlebars: ${why.replace(/:$/, '')}` }];
  }
}
