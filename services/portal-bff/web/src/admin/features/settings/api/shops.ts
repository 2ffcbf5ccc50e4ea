import { connectingShop, shopItem } from '@cairn/contracts/http/shop';
import { adminCommand, adminSend } from '../../api/admin-call.js';

/** POST /shops/connect: where the shop's owner agrees. Throws ApiProblem: `shop_connected_elsewhere`, `shopify_app_missing`. */
export const connectShop = (domain: string) =>
  adminCommand('POST', '/shops/connect', connectingShop, { body: { domain } });

/** PATCH /shops/{id}. Throws ApiProblem: `shop_not_connected`. */
export const makePrimary = (id: string) =>
  adminCommand('PATCH', `/shops/${id}`, shopItem, { body: { primary: true } });

/** POST /shops/{id}/pull: its orders are looked for at once. Throws ApiProblem: `shop_not_connected`. */
export const pullOrders = (id: string) => adminSend('POST', `/shops/${id}/pull`);

/** DELETE /shops/{id}: takes the app out of the shop. Throws ApiProblem: `unavailable`. */
export const disconnectShop = (id: string) => adminSend('DELETE', `/shops/${id}`);
