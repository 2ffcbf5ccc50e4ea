/** What the reader's keyboard has beside the space bar: "⌘" or "Ctrl ". */
export const commandKey = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl ');
