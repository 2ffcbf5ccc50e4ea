import { createContext, use } from 'react';
import type { FormContext, RewardForm, SeriesForm, TierForm } from './form.js';

interface Builder {
  form: SeriesForm;
  edit: (recipe: (form: SeriesForm) => SeriesForm) => void;
  /** What is wrong with a field, once it was left or publishing was tried. */
  errorOf: (path: string) => string | undefined;
  touch: (path: string) => void;
  context: FormContext;
  currency: string;
  locale: string;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = use(BuilderContext);
  if (builder === null) throw new Error('outside of the builder');
  return builder;
}

/** The DOM id of a field, so that the checklist can go there. */
export const fieldId = (path: string) => `field:${path}`;

/** What every input of the form has: `<TextInput {...field('tiers.0.name')} />`. */
export function useField() {
  const { errorOf, touch } = useBuilder();
  return (path: string) => ({ id: fieldId(path), error: errorOf(path), onBlur: () => touch(path) });
}

export function useTierEdit(index: number) {
  const { edit } = useBuilder();
  return (patch: Partial<TierForm>) =>
    edit(form => ({
      ...form,
      tiers: form.tiers.map((tier, place) => (place === index ? { ...tier, ...patch } : tier)),
    }));
}

export function useRewardEdit(tier: number, index: number) {
  const { edit } = useBuilder();
  return (patch: Partial<RewardForm>) =>
    edit(form => ({
      ...form,
      tiers: form.tiers.map((one, place) =>
        place === tier
          ? {
              ...one,
              rewards: one.rewards.map((reward, at) => (at === index ? { ...reward, ...patch } : reward)),
            }
          : one,
      ),
    }));
}
