import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import type { CatalogChange } from '@cairn/service-kit/catalog/publish';
import type { Brand } from '../../out/postgres/brands.js';

/** A brand as the other services hear of it. */
export function brandChange(brand: Brand): CatalogChange {
  const { id, ...settings } = brand;
  return { definition: brandChanged, key: id, data: { brandId: id, ...settings } };
}
