import { z } from 'zod';
import { type Check, must } from './check.js';

/** Runs inside a pod; its image has node and nothing else. */
const look = `
  const fs = require('fs'), { spawnSync } = require('child_process');
  const write = path => { try { fs.writeFileSync(path, 'x'); return 'written'; } catch (error) { return error.code; } };
  const status = Object.fromEntries(fs.readFileSync('/proc/1/status', 'utf8').split('\\n').map(l => l.split(/:\\s+/)));
  console.log(JSON.stringify({
    uid: process.getuid(), gid: process.getgid(),
    root: write('/x'), app: write('/app/x'), tmp: write('/tmp/x'),
    shell: spawnSync('/bin/sh', ['-c', 'true']).error?.code ?? 'a shell',
    capabilities: status.CapEff, noNewPrivileges: status.NoNewPrivs, seccomp: status.Seccomp,
    token: fs.existsSync('/var/run/secrets/kubernetes.io/serviceaccount/token'),
  }));`;

const expected = {
  uid: 10_001,
  gid: 10_001,
  root: 'EROFS',
  app: 'EROFS',
  tmp: 'written',
  shell: 'ENOENT',
  capabilities: '0000000000000000',
  noNewPrivileges: '1',
  seccomp: '2',
  token: false,
};

/** In the running containers, not in the manifests. */
export const pods: Check = {
  name: 'pods are closed',
  run: async ({ kubectl, say }) => {
    const all = await kubectl.pods();
    for (const { name, service } of all) {
      const found = z.record(z.string(), z.unknown()).parse(JSON.parse(await kubectl.node(name, look)));
      must(
        JSON.stringify(found) === JSON.stringify(expected),
        `${service} (${name}): ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`,
      );
    }
    must(all.length === 8, `${all.length} pods, not the 8 of the profile`);
    say(
      `${all.length} pods: user 10001, root file system read-only, no shell, no capabilities, seccomp, no API token`,
    );
  },
};
