import './node-version.mjs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const { runBuilt } = await import('./bootstrap.mjs');
await runBuilt('bench', join(root, 'tools', 'bench', 'dist', 'main.js'));
