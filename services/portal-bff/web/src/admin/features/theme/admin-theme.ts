import {
  Button,
  Checkbox,
  Drawer,
  Input,
  Modal,
  mergeThemeOverrides,
  Popover,
  Radio,
  Tooltip,
} from '@mantine/core';
import { theme } from '../../../shared/features/theme/theme.js';

const filled = {
  '--button-bg': 'var(--accent)',
  '--button-hover': 'var(--accent-hover)',
  '--button-color': 'var(--on-accent)',
};

/** The portal's colours and type, denser: 13 px where the portal has 14, lower controls, smaller corners. */
export const adminTheme = mergeThemeOverrides(theme, {
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  radius: { sm: '6px', md: '8px', lg: '12px' },
  shadows: { md: '0 8px 28px -12px rgb(0 0 0 / 0.3)' },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { variant = 'filled', size }) => ({
        root: {
          ...(variant === 'filled' ? filled : {}),
          ...(size === 'sm'
            ? { '--button-height': '32px', '--button-fz': '0.8125rem', '--button-padding-x': '12px' }
            : {}),
        },
      }),
    }),
    Input: Input.extend({
      vars: (_, { size = 'sm' }) => ({
        wrapper: size === 'sm' ? { '--input-height': '34px', '--input-fz': '0.8125rem' } : {},
      }),
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', color: 'var(--accent)' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs', color: 'var(--accent)' } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.42 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        position: 'right',
        overlayProps: { backgroundOpacity: 0.32 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: true } }),
  },
});
