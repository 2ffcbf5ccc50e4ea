import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));

export const repoRoot = join(workspace, '..', '..');
export const schemasDir = join(workspace, 'schemas');
export const chartDir = join(repoRoot, 'helm', 'cairn');
export const k8sDir = join(repoRoot, 'k8s');
