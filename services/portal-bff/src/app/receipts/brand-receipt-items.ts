import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { type Page, pageOf } from '@cairn/contracts/http/page';
import type { BrandReceiptItem } from '@cairn/contracts/http/replay';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { findReaders } from '../../out/postgres/read-model/readers.js';
import { itemOf } from './receipt-items.js';

const page = pageOf(receiptChanged.data);

/** Points' receipts of a whole brand, each with its words and whose it is. @param answer a page of receipts' state. */
export async function brandReceiptItems(
  sql: Sql,
  brandId: string,
  answer: unknown,
): Promise<Page<BrandReceiptItem>> {
  const { items, nextCursor } = page.parse(answer);
  const ids = [...new Set(items.flatMap(({ ambassadorId }) => ambassadorId ?? []))];
  const { brand, ambassadors } = await findReaders(sql, brandId, ids);
  return {
    items: items.map(receipt => {
      const ambassador = ambassadors.get(receipt.ambassadorId ?? '');
      const words = itemOf(receipt, { brand, ambassador: { timezone: ambassador?.timezone ?? null } });
      return {
        ...words,
        ambassador:
          receipt.ambassadorId === null
            ? null
            : { id: receipt.ambassadorId, name: ambassador?.name ?? 'Unknown' },
        programId: receipt.programId ?? null,
      };
    }),
    nextCursor,
  };
}
