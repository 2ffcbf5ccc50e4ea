import './node-version.mjs';

const { runBuilt } = await import('./bootstrap.mjs');
await runBuilt('rolling');
