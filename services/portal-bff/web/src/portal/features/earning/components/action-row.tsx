import type { WayToEarn } from '@cairn/contracts/http/home';
import {
  IconBrandInstagram,
  IconHeart,
  IconPhotoUp,
  IconStar,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react';
import { leftWords } from '../earning-words.js';
import classes from './ways-to-earn.module.css';

type ActionWay = Extract<WayToEarn, { kind: 'action' }>;

const icons: Record<ActionWay['category'], TablerIcon> = {
  social_post: IconBrandInstagram,
  product_review: IconStar,
  like_comment: IconHeart,
  follow_subscribe: IconUserPlus,
  upload_content: IconPhotoUp,
};

/** As many small bars as people still take in at a glance. */
const countable = 10;

/** A task: what it gives, and how often it still does in this period (domain.md 2.1). */
export function ActionRow({ way }: { way: ActionWay }) {
  const Icon = icons[way.category];
  const words = [leftWords(way), tagWords(way.disclosureTags)].filter(Boolean).join(' · ');
  return (
    <article className={classes.row} data-done={way.left === 0}>
      <div className={classes.icon} aria-hidden="true">
        <Icon size={20} stroke={1.8} />
      </div>
      <h3 className={classes.title}>{way.title}</h3>
      <span className={classes.gives}>+{way.points}</span>
      <p className={classes.note}>
        {way.limit !== null && way.limit.count <= countable && (
          <span className={classes.places} aria-hidden="true">
            {Array.from({ length: way.limit.count }, (_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the places are alike and never move.
              <span key={place} data-left={place < (way.left ?? 0)} />
            ))}
          </span>
        )}
        {words || 'As often as you like'}
      </p>
    </article>
  );
}

/** Which tag makes the post count (2.3). */
function tagWords(tags: readonly string[]): string | null {
  return tags.length === 0 ? null : `with ${tags.slice(0, 3).join(' or ')}`;
}
