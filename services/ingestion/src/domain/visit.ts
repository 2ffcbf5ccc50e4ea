/** What a request for a link says of who asks; header names in lower case. */
export interface Visit {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * `person`: somebody follows the link. `prefetch`: a browser looks ahead, or only asks for the head. `embedded`: a page
 * loads it as a picture or a frame, so that nobody has clicked. `bot`: a crawler, a chat that shows a preview, or whoever
 * does not say what they are.
 */
export type Visitor = 'person' | 'prefetch' | 'embedded' | 'bot';

const lookingAhead = /\b(prefetch|prerender|preview)\b/i;

/** Headers by which browsers say that nobody has asked for it yet. */
const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;

/** @param isBot judges a user agent. */
export function judgeVisit({ method, headers }: Visit, isBot: (userAgent: string) => boolean): Visitor {
  if (method !== 'GET' || purposes.some(name => lookingAhead.test(textOf(headers[name])))) return 'prefetch';
  const destination = textOf(headers['sec-fetch-dest']);
  if (destination !== '' && destination !== 'document') return 'embedded';
  const userAgent = textOf(headers['user-agent']).trim();
  return userAgent === '' || isBot(userAgent) ? 'bot' : 'person';
}

function textOf(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join(', ') : (header ?? '');
}
