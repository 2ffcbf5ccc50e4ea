import type { SeriesView } from '@cairn/contracts/http/series';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { newIdempotencyKey } from '../../api/admin-call.js';
import { getSeries, seriesKey } from '../api/series.js';
import { createDraft, updateDraft } from './api/drafts.js';
import { formOf, withInstants } from './draft-form.js';
import { type DraftCalls, DraftStore, type Stored } from './draft-store.js';
import type { FormContext } from './form.js';
import { localCopy } from './local-copy.js';

function callsOf(series: SeriesView | null, context: FormContext): DraftCalls {
  return {
    create: createDraft,
    update: (id, draft, revision) =>
      updateDraft(id, series === null ? draft : withInstants(draft, series, context), revision),
    read: getSeries,
    newKey: newIdempotencyKey,
  };
}

interface Begun {
  store: DraftStore;
  /** Text of before, found in this browser, that was not saved. */
  restored: boolean;
}

/** The draft of a page: begun from what the server has and what this browser has kept, saved by itself. */
export function useDraft(series: SeriesView | null, brand: string, context: FormContext) {
  const [{ store, restored }] = useState(() => begin(series, brand, context));
  const state = useSyncExternalStore(store.subscribe, store.read);
  const queries = useQueryClient();

  useEffect(() => {
    const keep = () => {
      const { form, stored, saving } = store.read();
      const id = stored?.id ?? null;
      if (store.dirty) localCopy.write(brand, id, { form, revision: stored?.revision ?? null });
      else if (saving.kind === 'saved') localCopy.clear(brand, id);
      if (id !== null) localCopy.clear(brand, null);
    };
    const stop = store.subscribe(keep);
    const leave = (event: BeforeUnloadEvent) => {
      if (store.dirty) event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    return () => {
      removeEventListener('beforeunload', leave);
      stop();
      // Leaving saves what can be saved; what cannot is kept in this browser.
      store
        .save()
        .then(({ id }) => {
          localCopy.clear(brand, id);
          void queries.invalidateQueries({ queryKey: ['series-list'] });
          void queries.invalidateQueries({ queryKey: seriesKey(id) });
        })
        .catch(() => undefined);
    };
  }, [store, brand, queries]);

  return { store, state, restored };
}

function begin(series: SeriesView | null, brand: string, context: FormContext): Begun {
  const stored: Stored | null = series && {
    id: series.id,
    revision: series.revision,
    form: formOf(series, context),
  };
  const calls = callsOf(series, context);
  const copy = localCopy.read(brand, series?.id ?? null);
  if (copy === null) return { store: new DraftStore(calls, context, stored), restored: false };
  // Text written over an older revision is saved as of that one, so that a save in between is noticed.
  const since = stored && { ...stored, revision: copy.revision ?? stored.revision };
  const store = new DraftStore(calls, context, since, copy.form);
  return { store, restored: store.dirty };
}

export type Draft = ReturnType<typeof useDraft>;
