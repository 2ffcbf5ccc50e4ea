import type { ActionCategory, ReviewMode } from '@cairn/contracts/earning';

/** The five categories of actions (domain.md 2.1). */
export const categoryWords: Record<ActionCategory, string> = {
  social_post: 'Social post',
  product_review: 'Product review',
  like_comment: 'Like or comment',
  follow_subscribe: 'Follow or subscribe',
  upload_content: 'Photo or video',
};

/** Who is looked at before the points come (domain.md 2.2); `short` stands in a list. */
export const reviewWords: Record<ReviewMode, { short: string; label: string; description: string }> = {
  none: { short: 'None', label: 'Nobody', description: 'Points come at once' },
  untrusted: {
    short: 'Untrusted',
    label: 'Who is not trusted yet',
    description:
      'Trusted ambassadors get their points at once, and a sample of their posts is looked at after',
  },
  all: {
    short: 'All',
    label: 'Everybody',
    description: 'Points come when somebody has approved the post',
  },
};

export const perWords = { day: 'a day', week: 'a week', month: 'a month', ever: 'in all' } as const;
