import type { AttributionView } from '@cairn/contracts/http/attribution';
import { dayWords } from './day-words.js';

/** How an order was found to be somebody's: "By code ADA7QF2 at checkout". @param timezone IANA, of the reader */
export function attributionWords({ method, evidence }: AttributionView, timezone: string): string {
  const { code, foundIn, touches, earlierOrderId, model } = evidence;
  switch (method) {
    case 'code':
      return `By code ${code} at checkout.`;
    case 'click': {
      const touch = model === 'first_click' ? touches[0] : touches.at(-1);
      const when = touch === undefined ? '' : ` on ${dayWords(touch.at, timezone)}`;
      const which = model === 'first_click' ? 'the first' : 'the last';
      const others = touches.length > 1 ? `, ${which} of ${touches.length} clicks` : '';
      return `By a click on the link of code ${code}${when}${others}.`;
    }
    case 'ref':
      return foundIn === 'note_attribute'
        ? `By the link’s code ${code} in the order’s notes; the click itself is not known.`
        : `By the link’s code ${code} in the page’s address; the click itself is not known.`;
    case 'earlier_order':
      return `By the customer’s earlier order ${earlierOrderId}.`;
  }
}
