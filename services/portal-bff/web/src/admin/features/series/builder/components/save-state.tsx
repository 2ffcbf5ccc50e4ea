import { Button } from '@mantine/core';
import type { DraftState } from '../draft-store.js';
import classes from './save-state.module.css';

interface SaveStateProps {
  state: DraftState;
  onSave: () => void;
  /** Shows what is to finish. */
  onShow: () => void;
}

/** Whether what is typed is on the server: Saved, Unsaved, or why not. */
export function SaveState({ state: { saving, stored, mistakes }, onSave, onShow }: SaveStateProps) {
  if (saving.kind === 'conflict') return <span className={classes.state}>Not saved</span>;
  if (saving.kind === 'incomplete') {
    return (
      <Button variant="subtle" color="gray" onClick={onShow} className={classes.waiting}>
        Unsaved: {mistakes.length} {mistakes.length === 1 ? 'thing' : 'things'} to finish
      </Button>
    );
  }
  if (saving.kind === 'failed' || saving.kind === 'unsaved') {
    return (
      <>
        <span className={classes.state} role="status" data-kind={saving.kind}>
          {saving.kind === 'failed' ? 'Not saved' : 'Unsaved'}
        </span>
        <Button variant="default" onClick={onSave}>
          Save draft
        </Button>
      </>
    );
  }
  return (
    <span className={classes.state} role="status">
      {saving.kind === 'saving' ? 'Saving…' : stored ? 'Saved' : ''}
    </span>
  );
}
