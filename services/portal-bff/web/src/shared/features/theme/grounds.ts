export type Scheme = 'light' | 'dark';

/** The neutral colours that others are measured against; tokens.css declares the same under `--page`, `--card`, … */
export const grounds: Record<Scheme, Record<'page' | 'card' | 'track' | 'ink' | 'paper', string>> = {
  light: { page: '#faf8f5', card: '#ffffff', track: '#ebe6de', ink: '#1d1a16', paper: '#ffffff' },
  dark: { page: '#171513', card: '#1f1c19', track: '#332e29', ink: '#171513', paper: '#ffffff' },
};
