import type { DiscountCodeReward, Reward } from '../reward.js';

/** A reward as people say it: "20% off", "$10 off orders over $50". `exponent`: decimal places of the currency. */
export function rewardWords(reward: Reward, currency: string, exponent: number): string {
  switch (reward.type) {
    case 'manual_product':
      return reward.name;
    case 'custom':
      return reward.title;
    case 'shopify_product':
      return reward.title ?? 'A free product';
    case 'discount_code':
      return discountWords(reward, currency, exponent);
  }
}

function discountWords(reward: DiscountCodeReward, currency: string, exponent: number): string {
  const off =
    reward.percent === undefined ? money(reward.amount ?? 0, currency, exponent) : `${reward.percent}%`;
  const over = reward.minSubtotal ? ` orders over ${money(reward.minSubtotal, currency, exponent)}` : '';
  return `${off} off${over}`;
}

/** Minor units as people write them; whole amounts without decimals. Text arithmetic only, so nothing is rounded. */
export function money(minorUnits: number, currency: string, exponent: number): string {
  const digits = String(Math.abs(minorUnits)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : digits.slice(digits.length - exponent);
  const number = (minorUnits < 0 ? '-' : '') + whole + (/^0*$/.test(fraction) ? '' : `.${fraction}`);
  return formatOf(currency, number.includes('.') ? exponent : 0).format(number as Intl.StringNumericLiteral);
}

const formats = new Map<string, Intl.NumberFormat>();

/** A formatter is costly to make, and a home shows fifty amounts. */
function formatOf(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}
