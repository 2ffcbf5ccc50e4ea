export type DifferenceKind =
  | 'empty_set'
  | 'ambassador_missing'
  | 'ambassador_extra'
  | 'email'
  | 'ledger_row_missing'
  | 'ledger_row_extra'
  | 'ledger_numbers'
  | 'balance'
  | 'progress'
  | 'unlock_missing'
  | 'unlock_extra'
  | 'unlock_order'
  | 'reward_missing'
  | 'reward_extra'
  | 'reward_not_issued'
  | 'code_missing_in_shop'
  | 'code_twice'
  | 'code_extra_in_shop'
  | 'code_of_another_worth'
  | 'reward_not_ordered'
  | 'order_missing'
  | 'order_twice'
  | 'order_extra_in_shop'
  | 'order_of_another_thing'
  | 'mail_missing'
  | 'mail_twice'
  | 'mail_without_code'
  | 'mail_without_product'
  | 'mail_with_wrong_code'
  | 'mail_extra';

export interface Difference {
  kind: DifferenceKind;
  /** External id; null where it is about nobody. */
  ambassador: string | null;
  /** What was expected and what was seen, in words. */
  detail: string;
}
