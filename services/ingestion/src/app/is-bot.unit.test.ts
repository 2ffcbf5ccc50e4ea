import { describe, expect, it } from '@jest/globals';
import { isBot } from './is-bot.js';

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 14; SM-S911B; wv) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a user agent', () => {
  it.each([
    'WhatsApp/2.23.20.0',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'meta-externalagent/1.1',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
    'Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots',
    'Bluesky Cardyb/1.1; +mailto:support@bsky.app',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; NewOnTheMarket/1.0; +https://new.example/about)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0 Safari/537.36',
    'curl/8.1',
    'python-requests/2.32',
    'Go-http-client/1.1',
    `Mozilla/5.0 ${'x'.repeat(1_000)}`,
  ])('is a bot’s: %s', userAgent => {
    expect(isBot(userAgent)).toBe(true);
  });

  it.each([
    `${iPhone} Version/18.1 Mobile/15E148 Safari/604.1`,
    `${iPhone} Mobile/22B83 Instagram 355.0.0.31.108 (iPhone15,2; iOS 18_1; en_US; en; scale=3.00; 1179x2556)`,
    `${iPhone} Mobile/15E148 [Pinterest/iOS]`,
    `${iPhone} Mobile/15E148 Snapchat/13.1.0.40 (like Safari/8616.1.27.10.21, panda)`,
    `${android} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/487.0.0.0;]`,
    `${android} Version/4.0 Chrome/130.0 Mobile Safari/537.36 musical_ly_2023 BytedanceWebview/d8a21c6 trill`,
    'Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0',
  ])('is a person’s: %s', userAgent => {
    expect(isBot(userAgent)).toBe(false);
  });
});
