import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { Consumer } from 'kafkajs';
import { groupMembership } from './membership.js';

const events = { GROUP_JOIN: 'join', FETCH: 'fetch', STOP: 'stop', DISCONNECT: 'gone', CRASH: 'crash' };

function watched() {
  let time = 0;
  const emitter = new EventEmitter();
  const groups = groupMembership(() => time);
  groups.watch('points', Object.assign(emitter, { events }) as unknown as Consumer);
  return {
    groups,
    emit: (name: string, payload = {}) => emitter.emit(name, { payload }),
    pass: (ms: number) => (time += ms),
  };
}

describe('what health knows of the consumers', () => {
  it('is outside until it has joined, and again after a crash', () => {
    const { groups, emit } = watched();
    expect(groups.outside()).toEqual(['points']);
    emit('join');
    expect(groups.outside()).toEqual([]);
    emit('crash', { restart: true });
    expect(groups.outside()).toEqual(['points']);
  });

  it('lives as long as it fetches, with or without anything to read', () => {
    const { groups, emit, pass } = watched();
    emit('join');
    for (let minute = 0; minute < 10; minute++) {
      pass(60_000);
      emit('fetch');
    }
    expect(groups.stuck(300_000)).toEqual([]);
    pass(300_001);
    expect(groups.stuck(300_000)).toEqual(['points']);
  });

  it('is stuck at once where kafkajs gave up', () => {
    const { groups, emit } = watched();
    emit('crash', { restart: false });
    expect(groups.stuck(300_000)).toEqual(['points']);
  });

  it('is stuck with a batch that does not end', () => {
    const { groups, emit, pass } = watched();
    const end = groups.begin('activity 3');
    pass(300_001);
    emit('fetch');
    expect(groups.stuck(300_000)).toEqual(['activity 3']);
    end();
    expect(groups.stuck(300_000)).toEqual([]);
  });
});
