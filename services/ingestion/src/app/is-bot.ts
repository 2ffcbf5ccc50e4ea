import crawlers from 'crawler-user-agents';

/** Crawlers, chats that show a preview of a link, and programs: a list that others keep. */
const listed = new RegExp(crawlers.map(({ pattern }) => pattern).join('|'));

/** What the list does not have yet: who says so, or names a page or an address about itself. A CUBOT is a telephone. */
const selfDeclared = /(?<!\bcu)bot\b|crawler|spider|cardyb|\+(https?|mailto):/i;

/** Longer than any browser's: nobody may make us look through kilobytes. */
const longest = 1_000;

/** Whether a user agent is a program's rather than a person's browser. */
export function isBot(userAgent: string): boolean {
  return userAgent.length > longest || selfDeclared.test(userAgent) || listed.test(userAgent);
}
