import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Filled buttons in the brand's accent with the text colour that can be read on it, which is not always white. */
const filled = {
  '--button-bg': 'var(--accent)',
  '--button-hover': 'var(--accent-hover)',
  '--button-color': 'var(--on-accent)',
};

const warmGray: MantineColorsTuple = [
  '#faf8f5',
  '#f4f0ea',
  '#ebe6de',
  '#e0d9cf',
  '#cdc4b7',
  '#b0a698',
  '#7d7468',
  '#675f55',
  '#443e37',
  '#1d1a16',
];

const warmDark: MantineColorsTuple = [
  '#f3efe9',
  '#d6cfc5',
  '#b0a79b',
  '#92897d',
  '#524a42',
  '#29251f',
  '#1f1c19',
  '#171513',
  '#12100e',
  '#0c0b0a',
];

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  // Nothing under 14 px: the smallest step is lifted to the next.
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  colors: { gray: warmGray, dark: warmDark },
  defaultRadius: 'md',
  radius: { sm: '8px', md: '12px', lg: '20px' },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      vars: (_, { variant = 'filled' }) => ({ root: variant === 'filled' ? filled : {} }),
    }),
  },
});

/** The accent's own variables come from brand-accent.tsx: the brand sets it, and it is mended for each scheme. */
const neutrals = {
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...neutrals,
    '--mantine-color-text': warmGray[9],
    '--mantine-color-default-color': warmGray[9],
    '--mantine-color-default-hover': warmGray[1],
    '--mantine-color-dimmed': warmGray[7],
    '--mantine-color-placeholder': warmGray[6],
  },
  dark: {
    ...neutrals,
    '--mantine-color-default-color': warmDark[0],
    '--mantine-color-default-hover': warmDark[5],
  },
});
