import { describe, expect, it } from '@jest/globals';
import { beganFromStat, isSameProcess, processBegan } from './process-identity.js';

const stat = (command: string, state: string): string =>
  `42 (${command}) ${state} 1 42 42 0 -1 4194560 9 0 0 0 0 0 0 0 20 0 1 0 987654 0 0`;

describe('beganFromStat', () => {
  it('finds the start behind any command name', () => {
    expect(beganFromStat(stat('java', 'S'))).toBe('987654');
    expect(beganFromStat(stat('a) b (c', 'S'))).toBe('987654');
  });

  it('takes a zombie for ended', () => {
    expect(beganFromStat(stat('java', 'Z'))).toBeUndefined();
  });
});

describe('isSameProcess', () => {
  it('knows this process, and not another of its pid', () => {
    expect(isSameProcess(process.pid, processBegan(process.pid) ?? '')).toBe(true);
    expect(isSameProcess(process.pid, 'another time')).toBe(false);
  });
});
