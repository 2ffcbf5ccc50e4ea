import { useState } from 'react';

interface Editing<Item> {
  item: Item;
  opened: boolean;
  /** Counts openings: a dialog's key, so that each begins with what is there now. */
  turn: number;
}

/** Which item of a list a dialog is about. After closing it stays, so that the dialog can go in its own time. */
export function useEditing<Item>() {
  const [editing, setEditing] = useState<Editing<Item> | null>(null);
  return {
    editing,
    edit: (item: Item) => setEditing(now => ({ item, opened: true, turn: (now?.turn ?? 0) + 1 })),
    close: () => setEditing(now => now && { ...now, opened: false }),
  };
}
