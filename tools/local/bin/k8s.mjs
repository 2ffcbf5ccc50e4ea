import './node-version.mjs';

const { runBuilt } = await import('./bootstrap.mjs');
const { join } = await import('node:path');
const { root } = await import('./paths.mjs');
await runBuilt('k8s', join(root, 'tools', 'chart', 'dist', 'generate.js'));
