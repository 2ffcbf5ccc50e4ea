import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockOwner, takeLock } from './lock.js';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cairn-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('takeLock', () => {
  it('names the copy that holds it', () => {
    const release = takeLock(dir);
    expect(lockOwner(dir)).toBe(process.pid);
    expect(() => takeLock(dir)).toThrow(`process ${process.pid}`);
    release();
    expect(lockOwner(dir)).toBeUndefined();
  });

  it.each(['', '{"pid": 1, "began": "before the last boot"}'])(
    'takes over what a killed copy left: %j',
    left => {
      writeFileSync(join(dir, 'lock.json'), left);
      takeLock(dir)();
    },
  );
});
