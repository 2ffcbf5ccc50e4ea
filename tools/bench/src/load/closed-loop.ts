import autocannon from 'autocannon';
import { z } from 'zod';
import { type ClosedLoopAnswer, type ClosedLoopInput, closedLoopInput } from './closed-loop-types.js';
import { readInput, writeAnswer } from './program.js';
import { saleJson } from './sale.js';

const accepting = z.object({ accepted: z.int() });

/** POSTs a fixed number of requests, every event with an id of its own, and checks every answer. */
writeAnswer(await load(readInput(closedLoopInput)));

async function load(input: ClosedLoopInput): Promise<ClosedLoopAnswer> {
  const answer: ClosedLoopAnswer = { accepted: 0, refused: 0, failed: 0, example: null, seconds: 0 };
  let sent = 0;
  const occurredAt = new Date().toISOString();
  const nextSale = (): string => {
    const number = sent++;
    const ambassador = input.ambassadors[number % input.ambassadors.length]!;
    return saleJson(`${input.prefix}-${number}`, ambassador, occurredAt);
  };
  const body = (): string =>
    input.eventsARequest === 1
      ? nextSale()
      : `[${Array.from({ length: input.eventsARequest }, nextSale).join(',')}]`;
  const started = performance.now();
  const result = await autocannon({
    url: input.url,
    connections: input.connections,
    amount: input.requests,
    timeout: 30,
    requests: [
      {
        method: 'POST',
        headers: { ...input.headers, 'content-type': 'application/json' },
        setupRequest: request => ({ ...request, body: body() }),
        onResponse: (status, text) => {
          const taken = status === 202 ? acceptedIn(text) : 0;
          answer.accepted += taken;
          if (taken === input.eventsARequest) return;
          answer.refused++;
          answer.example ??= `${status} ${text.slice(0, 300)}`;
        },
      },
    ],
  });
  return {
    ...answer,
    failed: result.errors + result.timeouts,
    seconds: (performance.now() - started) / 1000,
  };
}

function acceptedIn(text: string): number {
  const parsed = accepting.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data.accepted : 0;
}
