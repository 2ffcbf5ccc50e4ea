import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { processBegan } from './process-identity.js';
import { type Progress, quietProgress } from './progress.js';
import { RunFile } from './run-file.js';
import { startStack } from './stack.js';

const withoutGiven = { PATH: process.env.PATH, HOME: process.env.HOME };

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(20);
}

it('starts a part again that was killed, says so, and leaves nothing behind', async () => {
  const said: string[] = [];
  const progress: Progress = {
    ...quietProgress,
    note: line => said.push(line),
    trouble: line => said.push(line),
  };
  const stack = await startStack({ ephemeral: true, parts: ['redis'], env: withoutGiven, progress });
  const redis = stack.part('redis');
  const killed = redis?.pid ?? 0;

  redis?.signal('SIGKILL');
  await until(() => said.includes('redis is ready again'));

  const again = redis?.pid ?? 0;
  expect(said[0]).toMatch(/^redis ended by itself \(signal SIGKILL\)/);
  expect(processBegan(killed)).toBeUndefined();
  expect(processBegan(again)).toBeDefined();
  await stack.stop();
  expect(processBegan(again)).toBeUndefined();
  expect(existsSync(stack.dataDir.path)).toBe(false);
}, 30_000);

it('can be stopped in the middle of its start', async () => {
  let path = '';
  const start = startStack({ ephemeral: true, parts: ['redis'], env: withoutGiven }, stack => {
    path = stack.dataDir.path;
    void stack.stop();
  });
  await expect(start).rejects.toThrow('Stopped during the start.');
  expect(existsSync(path)).toBe(false);
}, 30_000);

it('ends what a killed run recorded, and spares another process of the same pid', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-run-'));
  const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const spared = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    const killedRun = new RunFile(dir);
    killedRun.add('points', left.pid ?? 0, processBegan(left.pid ?? 0));
    killedRun.add('rewards', spared.pid ?? 0, 'before it began');

    expect(await new RunFile(dir).endLeftovers()).toEqual(['points']);
    expect(processBegan(left.pid ?? 0)).toBeUndefined();
    expect(processBegan(spared.pid ?? 0)).toBeDefined();
  } finally {
    left.kill('SIGKILL');
    spared.kill('SIGKILL');
    rmSync(dir, { recursive: true });
  }
}, 30_000);
