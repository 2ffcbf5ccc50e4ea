import autocannon from 'autocannon';
import {
  type HomeReadsAnswer,
  type HomeReadsInput,
  homeReadsAnswer,
  homeReadsInput,
} from './home-reads-types.js';
import { readInput, writeAnswer } from './program.js';

/** Reads the portal's home as many ambassadors, a fixed number of times, and looks at every answer. */
writeAnswer(homeReadsAnswer.parse(await load(readInput(homeReadsInput))));

async function load({ url, tokens, connections, requests }: HomeReadsInput): Promise<HomeReadsAnswer> {
  let next = 0;
  let read = 0;
  let example: string | null = null;
  const started = performance.now();
  const result = await autocannon({
    ...{ url, connections, amount: requests, timeout: 30 },
    requests: [
      {
        method: 'GET',
        setupRequest: request => ({
          ...request,
          headers: { authorization: `Bearer ${tokens[next++ % tokens.length]}` },
        }),
        onResponse: (status, text) => {
          if (status === 200 && text.includes('"tiers"')) read++;
          else example ??= `${status} ${text.slice(0, 300)}`;
        },
      },
    ],
  });
  const seconds = (performance.now() - started) / 1000;
  const broken = result.errors + result.timeouts;
  return { read, failed: requests - read, example: broken > 0 ? `${broken} broke off` : example, seconds };
}
