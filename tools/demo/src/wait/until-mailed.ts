import type { Inbox } from '../http/inbox.js';
import type { Progress } from '../report/progress.js';
import { untilReaches } from './until-reaches.js';

/** No mail for this long, in ms, and the wait ends; a mail itself waits up to 60 s for its code (domain.md 5.1). */
const patience = 120_000;

/**
 * Waits until `wanted` mails have gone to the brand's people. Sign-in mails of earlier runs count too, so on a
 * second run it may end early; the check looks again anyway.
 */
export async function untilMailed(
  inbox: Inbox,
  slug: string,
  wanted: number,
  progress: Progress,
): Promise<void> {
  progress.start('Unlock e-mails', wanted);
  const look = () => inbox.count(`@${slug}.example`);
  const seen = await untilReaches(wanted, look, count => progress.advance(count), patience);
  progress.end();
  if (seen < wanted) progress.say(`${wanted - seen} e-mails have not come after two minutes without one`);
}
