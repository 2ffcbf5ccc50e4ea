import type { ActionCategory } from '@cairn/contracts/earning';

/** The five categories of actions (domain.md 2.1). */
export const categoryWords: Record<ActionCategory, string> = {
  social_post: 'Social post',
  product_review: 'Product review',
  like_comment: 'Like or comment',
  follow_subscribe: 'Follow or subscribe',
  upload_content: 'Photo or video',
};

export const perWords = { day: 'a day', week: 'a week', month: 'a month', ever: 'in all' } as const;
