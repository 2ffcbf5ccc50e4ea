import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';
import { type CrashPointMessage, crashPointChannel } from '@cairn/service-kit/crash-point';
import { type Arming, arming, armingFiles, faultsDirVariable } from './arming.js';

/**
 * Preloaded into each service by test/faults, and by nothing else (`node --import`): on SIGUSR2 it reads where the process
 * is to die, and there the process ends itself as a power cut would, between one line and the next.
 */
const files = armingFiles(process.env[faultsDirVariable] ?? '.', process.pid);
let armed: Arming | undefined;
let hits = 0;

process.on('SIGUSR2', () => {
  armed = arming.parse(JSON.parse(readFileSync(files.armed, 'utf8')));
  hits = 0;
  writeFileSync(files.ready, '');
});

subscribe(crashPointChannel, message => {
  const { point, of } = message as CrashPointMessage;
  if (armed === undefined || armed.point !== point || (armed.of !== null && armed.of !== of)) return;
  if (++hits < armed.hit) return;
  writeFileSync(files.fired, JSON.stringify({ point, of, hits }));
  process.kill(process.pid, 'SIGKILL');
});
