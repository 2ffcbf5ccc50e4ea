import { setTimeout as pause } from 'node:timers/promises';

/** How long a change may take to be in force everywhere before the demo gives up, in ms. */
const patience = 180_000;

/**
 * Waits until a change is in force. A 202 says that it is made but that a service is more than five seconds behind
 * (api.md, Keys); `repeat` then makes the same change once more, which changes nothing and answers when it is there.
 */
export async function settled(status: number, repeat: () => Promise<{ status: number }>): Promise<void> {
  const giveUpAt = Date.now() + patience;
  for (let last = status; last === 202; last = (await repeat()).status) {
    if (Date.now() > giveUpAt)
      throw new Error('a change of configuration did not come into force in 3 minutes');
    await pause(500);
  }
}
