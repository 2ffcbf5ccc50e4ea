import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventStream } from './event-stream.js';
import type { HomeFrame } from './home-frame.js';
import { parseStreamId, type StreamId } from './stream-id.js';

/** A client that takes in `room` writes before it blocks. */
class Client extends EventEmitter {
  written: string[] = [];
  writableEnded = false;
  destroyed = false;
  room = Number.POSITIVE_INFINITY;

  write(text: string): boolean {
    this.written.push(text);
    return --this.room > 0;
  }
  end() {
    this.writableEnded = true;
  }
  destroy() {
    this.destroyed = true;
  }
}

const owner = { brandId: 'b', ambassadorId: 'a', sessionHash: 's', expiresAt: 1_000_000 };

const frame = (revision: number, epoch = 1): HomeFrame => ({
  id: { epoch, revision },
  version: { epoch, own: revision, brand: 0, unlock: 0, reward: 0 },
  acceptedAt: null,
  data: `{"revision":${revision}}`,
});

function open(seen: StreamId | null = null) {
  const client = new Client();
  const stream = new EventStream(owner, client as unknown as ServerResponse, seen);
  return { client, stream };
}

describe('EventStream', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('sends a state with its id', () => {
    const { client, stream } = open();
    stream.offer(frame(7));
    expect(client.written).toEqual(['id: 1.7\nevent: progress\ndata: {"revision":7}\n\n']);
  });

  it('drops what is not newer', () => {
    const { client, stream } = open();
    for (const revision of [7, 7, 6]) stream.offer(frame(revision));
    jest.advanceTimersByTime(1_000);
    expect(client.written).toHaveLength(1);
  });

  it('resumes: what the browser has seen is not sent again, a rebuilt copy is', () => {
    const { client, stream } = open(parseStreamId('1.7'));
    stream.offer(frame(7));
    expect(client.written).toEqual([]);
    stream.offer(frame(1, 2));
    expect(client.written[0]).toContain('id: 2.1\n');
  });

  it('coalesces a burst into the newest state', () => {
    const { client, stream } = open();
    for (let revision = 1; revision <= 50; revision++) stream.offer(frame(revision));
    jest.advanceTimersByTime(1_000);
    expect(client.written.map(text => /id: 1\.(\d+)/.exec(text)?.[1])).toEqual(['1', '50']);
  });

  it('keeps one state for a slow client, and sends it when the client reads again', () => {
    const { client, stream } = open();
    client.room = 1;
    stream.offer(frame(1));
    jest.advanceTimersByTime(1_000);
    for (let revision = 2; revision <= 9; revision++) stream.offer(frame(revision));
    jest.advanceTimersByTime(1_000);
    expect(client.written).toHaveLength(1);
    client.room = 100;
    client.emit('drain');
    expect(client.written.map(text => /id: 1\.(\d+)/.exec(text)?.[1])).toEqual(['1', '9']);
  });

  it('gives up on a client that reads nothing for three heartbeats', () => {
    const { client, stream } = open();
    client.room = 1;
    stream.offer(frame(1));
    for (let beat = 0; beat < 3; beat++) stream.heartbeat(0);
    expect(client.destroyed).toBe(true);
  });

  it('ends with the session', () => {
    const { client, stream } = open();
    stream.heartbeat(999_999);
    expect(client.writableEnded).toBe(false);
    stream.heartbeat(1_000_000);
    expect(client.writableEnded).toBe(true);
  });
});

describe('parseStreamId', () => {
  it.each(['', 'x', '1', '1.', '1.2.3', '-1.2', undefined, ['1.2']])('%j is none of ours', text => {
    expect(parseStreamId(text)).toBeNull();
  });
});
