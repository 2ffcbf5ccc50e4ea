import type { CompletionForm } from '../form.js';
import classes from './completion-diagram.module.css';

/** A small picture of each completion: steps, then a level line, a loop, or a taller flight. */
export function CompletionDiagram({ kind }: { kind: CompletionForm['kind'] }) {
  return (
    <svg viewBox="0 0 104 40" className={classes.diagram} aria-hidden="true">
      {kind === 'stay' && (
        <>
          <path className={classes.steps} d="M4 36 H18 V27 H34 V18 H50 V9 H66" />
          <path className={classes.after} d="M70 9 H98" strokeDasharray="3 4" />
          <circle className={classes.dot} cx="58" cy="5" r="3.4" />
        </>
      )}
      {kind === 'repeat' && (
        <>
          <path className={classes.steps} d="M4 36 H18 V27 H34 V18 H50 V9 H64" />
          <path className={classes.after} d="M68 9 C96 7 100 36 74 36 H26" />
          <path className={classes.head} d="M31 32 L25.5 36 L31 40" />
          <circle className={classes.dot} cx="57" cy="5" r="3.4" />
        </>
      )}
      {kind === 'promote' && (
        <>
          <path className={classes.steps} d="M4 36 H14 V30 H26 V24 H40" />
          <path className={classes.after} d="M44 24 H54" />
          <path className={classes.head} d="M50 20.5 L54.5 24 L50 27.5" />
          <path className={classes.next} d="M58 36 V24 H72 V14 H86 V5 H100" />
          <circle className={classes.dot} cx="33" cy="20" r="3.4" />
        </>
      )}
    </svg>
  );
}
