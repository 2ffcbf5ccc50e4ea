import type { CreateSeries, SeriesView } from '@cairn/contracts/http/series';
import { ApiProblem, codeOf, isRefused } from '../../../../shared/features/http/api-problem.js';
import { type Mistake, mistakesOf } from './check-form.js';
import { draftOf, formOf, withIds } from './draft-form.js';
import { emptyForm, type FormContext, type SeriesForm } from './form.js';

export interface DraftCalls {
  create: (draft: CreateSeries, idempotencyKey: string) => Promise<{ id: string }>;
  update: (id: string, draft: CreateSeries, revision: number) => Promise<SeriesView>;
  read: (id: string) => Promise<SeriesView>;
  newKey: () => string;
}

/** What the server has: the form as it was saved there. */
export interface Stored {
  id: string;
  revision: number;
  form: SeriesForm;
}

type Saving =
  | { kind: 'saved' | 'unsaved' | 'saving' | 'incomplete' }
  | { kind: 'failed'; error: unknown }
  /** Somebody else saved in between; `theirs` is what they saved, null while it could not be read. */
  | { kind: 'conflict'; theirs: SeriesView | null };

export interface DraftState {
  form: SeriesForm;
  /** Null before the first save. */
  stored: Stored | null;
  saving: Saving;
  /** What this page finds wrong, and what the server has refused. */
  mistakes: readonly Mistake[];
  refusals: readonly Mistake[];
  /** One's own text while one looks at somebody else's version. */
  aside: SeriesForm | null;
}

/** Milliseconds without typing before it saves; and after a failure before it tries again. */
const PAUSE = 900;
const RETRY = 5_000;

const same = (one: SeriesForm, other: SeriesForm, context: FormContext) =>
  JSON.stringify(draftOf(one, context)) === JSON.stringify(draftOf(other, context));

/**
 * A series being written: keeps what is typed, saves it after a pause when the server can take it, one save at a time,
 * and never writes over what somebody else has saved (If-Match) unless told to.
 */
export class DraftStore {
  private state: DraftState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<Stored> | null = null;
  /** A creation whose answer has not come: sent again as it was, so that one series is made. */
  private creating: { key: string; form: SeriesForm } | null = null;

  constructor(
    private readonly calls: DraftCalls,
    private readonly context: FormContext,
    stored: Stored | null,
    form: SeriesForm = stored?.form ?? emptyForm,
  ) {
    this.state = { form, stored, saving: { kind: 'saved' }, mistakes: [], refusals: [], aside: null };
    this.set({});
    this.schedule(PAUSE);
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = () => this.state;

  get dirty(): boolean {
    const { form, stored } = this.state;
    return !same(form, stored?.form ?? emptyForm, this.context);
  }

  readonly edit = (recipe: (form: SeriesForm) => SeriesForm) => {
    this.set({ form: recipe(this.state.form), refusals: [] });
    this.schedule(PAUSE);
  };

  /**
   * Saves what is not saved yet, after whatever is being saved now.
   * @throws ApiProblem of the server; Error where the form is incomplete or in conflict.
   */
  readonly save = async (): Promise<Stored> => {
    clearTimeout(this.timer);
    while (this.running) await this.running.catch(() => undefined);
    const { stored, saving, mistakes } = this.state;
    if (saving.kind === 'conflict') throw new Error('in conflict');
    if (stored && !this.dirty) return stored;
    if (mistakes.length > 0) throw new Error('incomplete');
    this.running = this.send();
    try {
      return await this.running;
    } finally {
      this.running = null;
      this.schedule(this.state.saving.kind === 'failed' ? RETRY : PAUSE);
    }
  };

  /** In a conflict: shows what the other has saved; one's own text is kept aside. */
  readonly showTheirs = () => {
    const { saving, form } = this.state;
    if (saving.kind !== 'conflict' || saving.theirs === null) return;
    const stored = this.storedOf(saving.theirs);
    this.set({ stored, form: stored.form, aside: form, saving: { kind: 'saved' } });
  };

  /** Puts one's own text back, over what is shown. */
  readonly bringBack = () => {
    const { aside } = this.state;
    if (aside === null) return;
    this.set({ form: aside, aside: null });
    this.schedule(PAUSE);
  };

  /** In a conflict: saves one's own text over what the other has saved. */
  readonly overwrite = () => {
    const { saving } = this.state;
    if (saving.kind !== 'conflict' || saving.theirs === null) return;
    this.set({ stored: this.storedOf(saving.theirs), saving: { kind: 'unsaved' } });
    this.save().catch(() => undefined);
  };

  /** Drops what is not saved. */
  readonly discard = () => {
    const { stored } = this.state;
    clearTimeout(this.timer);
    this.set({ form: stored?.form ?? emptyForm, refusals: [], aside: null });
  };

  /** Publishing has found that somebody else saved in between. */
  readonly noteConflict = async () => {
    const { stored } = this.state;
    if (stored === null) return;
    clearTimeout(this.timer);
    const theirs = await this.calls.read(stored.id).catch(() => null);
    this.set({ saving: { kind: 'conflict', theirs } });
  };

  readonly forgetAside = () => this.set({ aside: null });

  /** Ends the timers; what is typed is the caller's to keep. */
  close(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private async send(): Promise<Stored> {
    this.set({ saving: { kind: 'saving' } });
    const { stored, form } = this.state;
    try {
      const saved = stored === null ? await this.create(form) : await this.update(stored, form);
      this.set({ saving: { kind: 'saved' }, refusals: [] });
      return saved;
    } catch (error) {
      if (codeOf(error) === 'stale' && stored !== null) {
        await this.noteConflict();
      } else {
        const errors = error instanceof ApiProblem ? error.errors : [];
        this.set({
          saving: { kind: 'failed', error },
          refusals: errors.map(({ path, message }) => ({ path, words: sentence(message) })),
        });
      }
      throw error;
    }
  }

  private async create(form: SeriesForm): Promise<Stored> {
    this.creating ??= { key: this.calls.newKey(), form };
    const sent = this.creating;
    try {
      const { id } = await this.calls.create(draftOf(sent.form, this.context), sent.key);
      const view = await this.calls.read(id);
      this.creating = null;
      return this.adopt(sent.form, view);
    } catch (error) {
      if (isRefused(error)) this.creating = null;
      throw error;
    }
  }

  private async update(stored: Stored, form: SeriesForm): Promise<Stored> {
    const view = await this.calls.update(stored.id, draftOf(form, this.context), stored.revision);
    return this.adopt(form, view);
  }

  /** Typing goes on while a save is under way: only the new tiers' ids are taken over into the form. */
  private adopt(sent: SeriesForm, view: SeriesView): Stored {
    const keys = sent.tiers.map(tier => tier.key);
    const stored = { id: view.id, revision: view.revision, form: withIds(sent, keys, view) };
    this.set({ stored, form: withIds(this.state.form, keys, view) });
    return stored;
  }

  private storedOf(view: SeriesView): Stored {
    return { id: view.id, revision: view.revision, form: formOf(view, this.context) };
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    const { saving, mistakes } = this.state;
    if (saving.kind === 'conflict' || mistakes.length > 0 || !this.dirty) return;
    if (saving.kind === 'failed' && wait === RETRY && isRefused(saving.error)) return;
    this.timer = setTimeout(() => this.save().catch(() => undefined), wait);
  }

  private set(change: Partial<DraftState>): void {
    const next = { ...this.state, ...change };
    const mistakes = mistakesOf(next.form, this.context);
    this.state = { ...next, mistakes };
    const { saving } = this.state;
    if (saving.kind !== 'saving' && saving.kind !== 'conflict' && !(change.saving?.kind === 'failed')) {
      const kind = !this.dirty ? 'saved' : mistakes.length > 0 ? 'incomplete' : 'unsaved';
      this.state = { ...this.state, saving: { kind } };
    }
    for (const listener of this.listeners) listener();
  }
}

const sentence = (text: string) =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
