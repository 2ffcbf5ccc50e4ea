import { IconGift, IconPackage, IconShoppingBag, IconTicket } from '@tabler/icons-react';
import { type RewardType, typeWords } from '../grant-words.js';
import classes from './reward-type-icon.module.css';

const icons = {
  discount_code: IconTicket,
  manual_product: IconPackage,
  custom: IconGift,
  shopify_product: IconShoppingBag,
};

/** What kind of reward it is, as a small picture with its name on hover. */
export function RewardTypeIcon({ type }: { type: RewardType }) {
  const Icon = icons[type];
  return (
    <span className={classes.icon} title={typeWords[type]} role="img" aria-label={typeWords[type]}>
      <Icon size={16} stroke={1.7} aria-hidden />
    </span>
  );
}
