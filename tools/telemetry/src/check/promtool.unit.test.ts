import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { alertsFile } from '../files.js';

const settings = fileURLToPath(new URL('../../../compose/', import.meta.url));
const isHere = spawnSync('promtool', ['--version']).error === undefined;
const leftOut = isHere ? '' : ' (left out: no promtool on the PATH)';

/** Prometheus's own tool, which `go install` does not take (README.md says how to get it); `npm test` says where it is missing. */
(isHere ? describe : describe.skip)(`promtool${leftOut}`, () => {
  it.each([
    ['takes the alerts', ['check', 'rules', '--lint-fatal', alertsFile]],
    ['takes the settings of Prometheus', ['check', 'config', '--syntax-only', `${settings}prometheus.yml`]],
    ['sees each alert fire when it should, and only then', ['test', 'rules', `${settings}alerts.test.yaml`]],
  ])('%s', (_, args) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
    expect(status === 0 ? '' : stdout + stderr).toBe('');
  });
});
