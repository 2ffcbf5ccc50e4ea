import { runOnOwnProduct } from './own-product.js';

/** `npm run faults`. */
await runOnOwnProduct('faults');
