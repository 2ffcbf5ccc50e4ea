import type { PublishedSeries, SeriesView } from '@cairn/contracts/http/series';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useReader } from '../../../../../shared/features/wording/use-reader.js';
import { PageHead } from '../../../layout/components/page-head.js';
import { Ladder } from '../../components/ladder.js';
import { SeriesStatusBadge } from '../../components/series-status-badge.js';
import { PreviewPane } from '../../preview/components/preview-pane.js';
import { WhatIf } from '../../what-if/components/what-if.js';
import { BuilderContext, fieldId } from '../builder-context.js';
import { mistakesOf } from '../check-form.js';
import { checklist } from '../checklist.js';
import { draftOf } from '../draft-form.js';
import { type FormContext, pointsOf } from '../form.js';
import { useDraft } from '../use-draft.js';
import { useFieldErrors } from '../use-field-errors.js';
import { Basics } from './basics.js';
import { ChecklistPane } from './checklist-pane.js';
import { CompletionPicker } from './completion-picker.js';
import { DraftNotes } from './draft-notes.js';
import { PublishDialog } from './publish-dialog.js';
import { PublishEditDialog } from './publish-edit-dialog.js';
import { SaveState } from './save-state.js';
import classes from './series-builder.module.css';
import { TiersPane } from './tiers-pane.js';

interface SeriesBuilderProps {
  /** Null for a new one. */
  series: SeriesView | null;
  brand: { id: string; currency: string };
  context: FormContext;
  /** A new series has been saved for the first time. */
  onCreated: (id: string) => void;
  onPublished: (series: PublishedSeries) => void;
}

/** The builder: basics and tiers, the ladder to scale, and the phone beside them. */
export function SeriesBuilder({ series, brand, context, onCreated, onPublished }: SeriesBuilderProps) {
  const draft = useDraft(series, brand.id, context);
  const { store, state } = draft;
  const { form, stored } = state;
  const { locale } = useReader();
  const errors = useFieldErrors(state);
  const [open, setOpen] = useState<string | null>(form.tiers.at(-1)?.key ?? null);
  const [points, setPoints] = useState<number | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);

  const id = stored?.id ?? null;
  useEffect(() => {
    if (id !== null && series === null) onCreated(id);
  }, [id, series, onCreated]);

  // The field may be in a tier that has only now been opened.
  useEffect(() => {
    if (wanted === null) return;
    const field = document.getElementById(fieldId(wanted));
    field?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    field?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);

  const go = (path: string) => {
    errors.showAll();
    const tier = /^tiers\.(\d+)/.exec(path)?.[1];
    if (tier !== undefined) setOpen(form.tiers[Number(tier)]?.key ?? null);
    setWanted(path);
  };
  const items = checklist(form, context, new Date().toISOString());
  const missing = items.find(item => !item.done);
  const isComplete = form.tiers.length > 0 && mistakesOf(form, context).length === 0;
  const published = series !== null && series.version > 0 ? series : null;
  const closePublish = () => {
    setPublishing(false);
    if (errors.refused[0]) go(errors.refused[0].path);
  };
  const refuse = (refused: { path: string; message: string }[]) =>
    errors.setRefused(refused.map(({ path, message }) => ({ path, words: message })));
  const ladder = form.tiers.map(({ key, name, threshold, medal }, index) => ({
    key,
    name: name || `Tier ${index + 1}`,
    threshold: pointsOf(threshold) ?? 0,
    medal,
  }));
  const thresholds = ladder.map(tier => tier.threshold);
  const shown = points ?? middleOf(thresholds);

  return (
    <BuilderContext
      value={{
        form,
        edit: recipe => {
          errors.setRefused([]);
          store.edit(recipe);
        },
        errorOf: errors.errorOf,
        touch: errors.touch,
        context,
        currency: brand.currency,
        locale,
      }}
    >
      <PageHead
        title={form.name.trim() || 'New milestone series'}
        up={{ words: 'Milestone series', to: '/admin/series' }}
        beside={<SeriesStatusBadge status={series?.status ?? 'draft'} />}
      >
        <SaveState
          state={state}
          onSave={() => store.save().catch(() => undefined)}
          onShow={() => go(state.mistakes[0]?.path ?? 'name')}
        />
        <Button
          disabled={state.saving.kind === 'conflict'}
          onClick={() => (missing ? go(missing.path) : setPublishing(true))}
        >
          Publish…
        </Button>
      </PageHead>
      <div className={classes.page}>
        <div className={classes.work}>
          <DraftNotes draft={draft} />
          <Basics seriesId={id} begun={series?.status === 'live' || series?.status === 'paused'} />
          <CompletionPicker />
          <div className={classes.panes}>
            <TiersPane open={open} onOpen={setOpen} onFocus={setWanted} />
            <div className={classes.middle}>
              <section aria-label="Ladder">
                <h2 className={classes.title}>Ladder</h2>
                {ladder.length > 0 ? (
                  <Ladder tiers={ladder} points={shown} locale={locale} />
                ) : (
                  <p className={classes.empty}>Your tiers stand here to scale.</p>
                )}
              </section>
              <ChecklistPane items={items} onGo={go} />
            </div>
          </div>
          <WhatIf
            draft={isComplete ? draftOf(form, context) : null}
            exponent={context.exponent}
            locale={locale}
          />
        </div>
        <aside className={classes.side} aria-label="Preview">
          <PreviewPane
            seriesId={id}
            revision={stored?.revision ?? 0}
            thresholds={thresholds}
            points={shown}
            onPoints={setPoints}
            behind={['incomplete', 'failed', 'conflict'].includes(state.saving.kind)}
          />
        </aside>
      </div>
      {published ? (
        <PublishEditDialog
          series={published}
          store={store}
          opened={publishing}
          onClose={closePublish}
          onPublished={onPublished}
          onRefused={refuse}
        />
      ) : (
        <PublishDialog
          store={store}
          opened={publishing}
          onClose={closePublish}
          onPublished={onPublished}
          onRefused={refuse}
        />
      )}
    </BuilderContext>
  );
}

/** Where the preview begins: on the way between the first tiers, where there is something to see. */
function middleOf(thresholds: readonly number[]): number {
  const [first = 0, second] = thresholds;
  return Math.round(second === undefined ? first * 0.6 : first + (second - first) * 0.6);
}
