import { badRelease } from './bad-release.js';
import type { Check } from './check.js';
import { compose } from './compose.js';
import { drainNodes } from './drain-nodes.js';
import { evictions } from './evictions.js';
import { networkMap } from './network-map.js';
import { oneSale } from './one-sale.js';
import { pods } from './pods.js';
import { rollingRestart } from './rolling-restart.js';
import { scale } from './scale.js';

/** In the order in which they run. */
export const everyCheck: readonly Check[] = [
  oneSale,
  pods,
  networkMap,
  rollingRestart,
  scale,
  evictions,
  drainNodes,
  badRelease,
  compose,
];
