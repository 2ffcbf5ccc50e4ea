import { Agent, request } from 'node:http';
import { quantile } from '../measure/statistics.js';
import { type OpenLoopAnswer, type OpenLoopInput, openLoopInput } from './open-loop-types.js';
import { readInput, writeAnswer } from './program.js';
import { saleJson } from './sale.js';
import { WatchedStream } from './watched-stream.js';

/** Milliseconds that what was sent may take to be answered, and to be seen, after the load. */
const patience = 20_000;
/** Every so many sales one is of an ambassador with an open stream. */
const watchedEvery = 5;

writeAnswer(await load(readInput(openLoopInput)));
process.exit(0);

async function load(input: OpenLoopInput): Promise<OpenLoopAnswer> {
  const watched = await Promise.all(input.watched.map(WatchedStream.open));
  const total = Math.round(input.rate * input.seconds);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const late: number[] = [];
  let answered = 0;
  let accepted = 0;
  const occurredAt = new Date().toISOString();

  const send = (number: number, intended: number): void => {
    late.push(performance.now() - intended);
    const stream =
      watched.length > 0 && number % watchedEvery === 0
        ? watched[(number / watchedEvery) % watched.length]
        : undefined;
    stream?.expect(intended);
    const who = stream?.externalId ?? input.ambassadors[number % input.ambassadors.length]!;
    const body = saleJson(`${input.prefix}-${number}`, who, occurredAt);
    const headers = {
      ...input.headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sending = request(input.url, { method: 'POST', agent, headers }, answer => {
      if (answer.statusCode === 202) accepted++;
      answer.resume().on('end', () => answered++);
    });
    sending.on('error', () => answered++);
    sending.end(body);
  };

  const startedAt = Date.now();
  const start = performance.now();
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * input.rate) / 1000) + 1);
    while (sent < due) {
      send(sent, start + (sent * 1000) / input.rate);
      sent++;
    }
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  const deadline = performance.now() + patience;
  const unseen = (): number => watched.reduce((sum, stream) => sum + stream.unseen, 0);
  while ((answered < total || unseen() > 0) && performance.now() < deadline)
    await new Promise(resolve => setTimeout(resolve, 5));
  for (const stream of watched) stream.close();
  return {
    sent: total,
    accepted,
    startedAt,
    late: quantile(late, 0.99),
    latencies: watched.flatMap(stream => stream.latencies),
    unseen: unseen(),
  };
}
