import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
export const local = join(root, 'tools', 'local');
export const nodeModules = join(root, 'node_modules');
export const nodeBin = join(nodeModules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
