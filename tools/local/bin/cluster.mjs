import './node-version.mjs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const { runBuilt } = await import('./bootstrap.mjs');
await runBuilt('cluster', join(root, 'test', 'dist', 'cluster', 'main.js'));
