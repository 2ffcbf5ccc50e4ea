import autocannon from 'autocannon';
import { type LinkFollowsAnswer, type LinkFollowsInput, linkFollowsInput } from './link-follows-types.js';
import { readInput, writeAnswer } from './program.js';

/** Browsers in which links of social networks are opened; the number makes of each a thousand. */
const browsers = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 Instagram 355.0.0.31.# (iPhone15,2; iOS 18_1; en_US; en; scale=3.00)',
  'Mozilla/5.0 (Linux; Android 14; SM-S911B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.# Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/487.0.0.0;]',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.# Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.# Safari/537.36',
];

/** Follows links a fixed number of times, always as somebody new, and looks at every redirect. */
writeAnswer(await load(readInput(linkFollowsInput)));

async function load({ url, codes, connections, requests }: LinkFollowsInput): Promise<LinkFollowsAnswer> {
  let next = 0;
  let clicks = 0;
  let example: string | null = null;
  const started = performance.now();
  // autocannon itself ends at its next tick, up to a second later.
  let answeredAt = started;
  const result = await autocannon({
    ...{ url, connections, amount: requests, timeout: 30 },
    requests: [
      {
        method: 'GET',
        setupRequest: request => {
          const n = next++;
          const browser = browsers[n % browsers.length]!.replace('#', String(n % 1_000));
          const path = `${new URL(url).pathname}${codes[n % codes.length]}`;
          return { ...request, path, headers: { 'user-agent': browser } };
        },
        onResponse: (status, text, _context, headers) => {
          answeredAt = performance.now();
          if (status === 302 && JSON.stringify(headers).includes('cairn_click=')) clicks++;
          else example ??= `${status} ${text.slice(0, 300)}`;
        },
      },
    ],
  });
  const seconds = (answeredAt - started) / 1000;
  const broken = result.errors + result.timeouts;
  return {
    clicks,
    failed: requests - clicks,
    example: broken > 0 ? `${broken} broke off` : example,
    seconds,
  };
}
