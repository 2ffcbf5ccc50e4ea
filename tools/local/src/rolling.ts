import { runOnOwnProduct } from './own-product.js';

/** `npm run rolling`. */
await runOnOwnProduct('rolling');
