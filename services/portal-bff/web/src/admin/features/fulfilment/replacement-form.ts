import type { RewardInput } from '@cairn/contracts/http/reward-input';
import type { FieldErrors } from '../api/field-errors.js';
import { wholeOf } from '../layout/typed-whole.js';
import type { RewardType } from '../rewards/grant-words.js';

/** Text as it is typed; every kind's fields at once, so that changing the kind and back keeps them. */
export interface ReplacementForm {
  type: RewardType;
  name: string;
  title: string;
  description: string;
  percent: string;
  variantId: string | null;
}

export const emptyReplacement: ReplacementForm = {
  type: 'manual_product',
  name: '',
  title: '',
  description: '',
  percent: '',
  variantId: null,
};

/** What POST /fulfilment/{id}/replace takes (domain.md 4.7), or what is wrong with each field. */
export function readReplacement(form: ReplacementForm): { input: RewardInput } | { errors: FieldErrors } {
  switch (form.type) {
    case 'manual_product': {
      const name = form.name.trim();
      if (!name) return { errors: { name: 'Say what is sent.' } };
      return { input: { type: 'manual_product', name } };
    }
    case 'custom': {
      const title = form.title.trim();
      if (!title) return { errors: { title: 'Say what they get.' } };
      return { input: { type: 'custom', title, description: form.description.trim() } };
    }
    case 'discount_code': {
      const percent = wholeOf(form.percent, 1, 100);
      if (percent === null) return { errors: { percent: 'A whole number from 1 to 100.' } };
      return { input: { type: 'discount_code', source: 'shopify', percent } };
    }
    case 'shopify_product':
      if (form.variantId === null) return { errors: { variantId: 'Choose a product.' } };
      return { input: { type: 'shopify_product', variantId: form.variantId } };
  }
}
