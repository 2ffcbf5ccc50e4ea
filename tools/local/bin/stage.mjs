import { spawn } from 'node:child_process';
import { stopWith } from './checks.mjs';
import { root } from './paths.mjs';

const quietMs = 10_000;

/**
 * Runs one command as a named stage: a line when it begins, a sign of life every 10 s (the seconds so far and
 * the last line the command printed), a line when it is done. On failure it prints the command's last lines,
 * then one line saying what to do, and exits 1; with `mayFail` it only says so.
 */
export async function stage(
  title,
  command,
  args,
  { env = {}, advice = '', retries = 0, mayFail = false } = {},
) {
  for (let attempt = 0; ; attempt++) {
    const outcome = await once(title, command, args, env);
    if (outcome.code === 0) return;
    if (outcome.signal || attempt >= retries) {
      if (outcome.signal) process.exit(130);
      if (mayFail) {
        process.stdout.write(`  ${title}: failed. ${advice}\n`);
        return;
      }
      process.stderr.write(`${outcome.tail.map(line => `    ${line}`).join('\n')}\n`);
      stopWith(`${title} failed (exit code ${outcome.code}). ${advice}`.trim());
    }
    process.stdout.write(`  ${title}: failed, trying again\n`);
  }
}

function once(title, command, args, env) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`  ${title} …\n`);
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const tail = [];
  const take = chunk => {
    for (const line of String(chunk).split(/\r?\n/)) if (line.trim()) tail.push(line.trimEnd());
    tail.splice(0, Math.max(0, tail.length - 25));
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const sign = setInterval(() => {
    const last = (tail.findLast(line => !line.startsWith('npm warn')) ?? '')
      .replaceAll(/[^\x20-\x7e]/g, '')
      .slice(0, 80);
    process.stdout.write(`  ${title} … ${Math.round((Date.now() - started) / 1000)} s  ${last}\n`);
  }, quietMs);
  const stopped = signal => child.kill(signal);
  process.on('SIGINT', stopped).on('SIGTERM', stopped);
  return new Promise(resolve => {
    const finish = outcome => {
      clearInterval(sign);
      process.off('SIGINT', stopped).off('SIGTERM', stopped);
      if (outcome.code === 0) process.stdout.write(`  ${title}: done in ${seconds()} s\n`);
      resolve({ ...outcome, tail });
    };
    let interrupted = false;
    process
      .once('SIGINT', () => {
        interrupted = true;
      })
      .once('SIGTERM', () => {
        interrupted = true;
      });
    child.on('error', error => finish({ code: error.message, signal: false }));
    child.on('close', (code, signal) => finish({ code: code ?? signal, signal: interrupted }));
  });
}
