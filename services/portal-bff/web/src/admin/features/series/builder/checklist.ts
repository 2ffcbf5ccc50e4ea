import { instantAt } from '../../brand-time/brand-time.js';
import { type Mistake, mistakesOf } from './check-form.js';
import type { FormContext, SeriesForm } from './form.js';

export interface ChecklistItem {
  words: string;
  done: boolean;
  /** What is missing, where it is not done. */
  missing: string | null;
  /** The path of the field to go to. */
  path: string;
}

/** What a series needs before it can be published (domain.md 3.1, 3.3). `now` is an instant. */
export function checklist(form: SeriesForm, context: FormContext, now: string): ChecklistItem[] {
  const mistakes = mistakesOf(form, context);
  const item = (words: string, path: RegExp, own: Mistake | null = null): ChecklistItem => {
    const mistake = own ?? mistakes.find(one => path.test(one.path)) ?? null;
    return {
      words,
      done: mistake === null,
      missing: mistake?.words ?? null,
      path: mistake?.path ?? '',
    };
  };
  return [
    item('Name and category', /^(name|category)$/),
    item('At least one program', /^programIds/),
    item('At least one tier', /^tiers$/, noTiers(form)),
    item('Tiers named, thresholds ascending', /^tiers\.\d+\.(name|threshold|medal|email)/),
    item('Every reward complete', /^tiers\.\d+\.rewards/),
    item('Dates in order', /^(startsAt|endsAt)$/, pastEnd(form, context, now)),
    item('What happens at the top', /^completion/),
  ];
}

const noTiers = ({ tiers }: SeriesForm): Mistake | null =>
  tiers.length > 0 ? null : { path: 'tiers', words: 'Add the first tier.' };

function pastEnd({ endsAt }: SeriesForm, { timeZone }: FormContext, now: string): Mistake | null {
  const end = instantAt(endsAt, timeZone);
  return end !== null && end <= now ? { path: 'endsAt', words: 'The end has passed already.' } : null;
}

/** What publishing would do just now (domain.md 3.2). */
export function onPublish(
  form: SeriesForm,
  { timeZone }: FormContext,
  now: string,
): { kind: 'now' } | { kind: 'scheduled' | 'since'; at: string } {
  const start = instantAt(form.startsAt, timeZone);
  if (start === null) return { kind: 'now' };
  return { kind: start > now ? 'scheduled' : 'since', at: start };
}
