import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated.js';
import { k8sDir } from './paths.js';

/** `npm run k8s`: writes what is generated of k8s/. */
for (const [path, text] of generatedFiles()) {
  const file = join(k8sDir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`k8s/${path}\n`);
}
