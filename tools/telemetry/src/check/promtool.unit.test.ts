import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { alertsFile } from '../files.js';

const settings = fileURLToPath(new URL('../../../compose/', import.meta.url));
const promtool = process.env.CAIRN_PROMTOOL;
const leftOut = promtool ? '' : ' (left out: no promtool)';

/** Prometheus's own tool, which `npm test` finds or builds; it says where it could not. */
(promtool ? describe : describe.skip)(`promtool${leftOut}`, () => {
  it.each([
    ['takes the alerts', ['check', 'rules', '--lint-fatal', alertsFile]],
    ['takes the settings of Prometheus', ['check', 'config', '--syntax-only', `${settings}prometheus.yml`]],
    ['sees each alert fire when it should, and only then', ['test', 'rules', `${settings}alerts.test.yaml`]],
  ])('%s', (_, args) => {
    const { status, stdout, stderr } = spawnSync(promtool!, args, { encoding: 'utf8' });
    expect(status === 0 ? '' : stdout + stderr).toBe('');
  });
});
