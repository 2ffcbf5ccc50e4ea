import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../telemetry/logger.js';
import { endOnSignal } from './end-on-signal.js';

function process() {
  const signals = new EventEmitter();
  const exits: number[] = [];
  const ending = endOnSignal(createLogger('test', 'silent'), signals, code => exits.push(code));
  return { signals, exits, ending };
}

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'])('ends the process well once what runs has stopped: %s', async signal => {
    const { signals, exits, ending } = process();
    const { promise, resolve } = Promise.withResolvers<void>();
    ending.stopWith(() => promise);
    signals.emit(signal, signal);
    await settled();
    expect(exits).toEqual([]);
    resolve();
    await settled();
    expect(exits).toEqual([0]);
  });

  it('that comes again changes nothing', async () => {
    const { signals, exits, ending } = process();
    let stops = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    ending.stopWith(() => {
      stops++;
      return promise;
    });
    for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT']) signals.emit(signal, signal);
    resolve();
    await settled();
    expect({ stops, exits }).toEqual({ stops: 1, exits: [0] });
  });

  it('during the start has it given up, and stops what had just come up', async () => {
    const { signals, exits, ending } = process();
    signals.emit('SIGTERM', 'SIGTERM');
    expect(ending.asked.aborted).toBe(true);
    expect(exits).toEqual([]);
    ending.stopWith(async () => undefined);
    await settled();
    expect(exits).toEqual([0]);
  });

  it('ends the process badly where the stop fails', async () => {
    const { signals, exits, ending } = process();
    ending.stopWith(async () => {
      throw new Error('the database is away');
    });
    signals.emit('SIGTERM', 'SIGTERM');
    await settled();
    expect(exits).toEqual([1]);
  });
});
