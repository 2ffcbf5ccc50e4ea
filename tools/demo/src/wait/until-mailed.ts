import type { Inbox } from '../http/inbox.js';
import type { Progress } from '../report/progress.js';
import { untilReaches } from './until-reaches.js';

/**
 * Waits until `wanted` mails have gone to the brand's people, or none for `patience` ms, which is to be well over the
 * 60 seconds that a mail itself waits for its rewards (domain.md 5.1). Sign-in mails of earlier runs count too, so on a
 * second run it may end early; the check looks again anyway.
 */
export async function untilMailed(
  inbox: Inbox,
  slug: string,
  wanted: number,
  progress: Progress,
  patience: number,
): Promise<void> {
  progress.start('Unlock e-mails', wanted);
  const look = () => inbox.count(`@${slug}.example`);
  const seen = await untilReaches(wanted, look, count => progress.advance(count), patience);
  progress.end();
  if (seen < wanted) progress.say(`${wanted - seen} e-mails have not come, and none comes`);
}
