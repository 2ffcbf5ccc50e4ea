import type { Address } from '@cairn/contracts/address';

/** An address as it stands on a parcel, a line each. */
export function addressLines(address: Address): string[] {
  const { name, line1, line2, postalCode, city, region, country, phone } = address;
  return [name, line1, line2, `${postalCode} ${city}`, region, country, phone].filter(
    line => line !== undefined,
  );
}
