import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedFiles, root, schemaFolder } from './generated-files.js';

/** `npm run generate`: writes the schemas, the AsyncAPI document and docs/events.md. */
const files = generatedFiles();
await mkdir(join(root, schemaFolder), { recursive: true });
for (const name of await readdir(join(root, schemaFolder))) {
  if (!files.has(`${schemaFolder}/${name}`)) await rm(join(root, schemaFolder, name));
}
for (const [path, text] of files) await writeFile(join(root, path), text);
process.stdout.write(`${files.size} files written\n`);
