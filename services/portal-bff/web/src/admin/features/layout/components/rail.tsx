import { Kbd, type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconLogout2,
  IconMoon,
  IconSearch,
  IconSelector,
  IconSun,
} from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { CairnMark } from '../../../../shared/features/cairn/components/cairn-mark.js';
import type { Area } from '../area.js';
import { commandKey } from '../command-key.js';
import classes from './rail.module.css';

interface RailProps {
  areas: readonly Area[];
  brand: string | null;
  who: { name: string; role: string | null } | null;
  onPalette: () => void;
  onSignOut: () => void;
}

/** The left rail: the brand, the search, the areas, and who is signed in. */
export function Rail({ areas, brand, who, onPalette, onSignOut }: RailProps) {
  return (
    <div className={classes.rail}>
      <div className={classes.brand}>
        <CairnMark size={24} />
        <span className={classes.name}>{brand ?? 'Cairn'}</span>
      </div>
      <UnstyledButton className={classes.search} onClick={onPalette} aria-keyshortcuts="Meta+K Control+K">
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span>Go to or do…</span>
        <Kbd size="xs" aria-hidden>
          {commandKey()}K
        </Kbd>
      </UnstyledButton>
      <nav aria-label="Main" className={classes.areas}>
        {areas.map(area => (
          <RailItem key={area.to} area={area} />
        ))}
      </nav>
      {who && <Account who={who} onSignOut={onSignOut} />}
    </div>
  );
}

const noCount = () => null;

function RailItem({ area: { words, to, Icon, useCount = noCount } }: { area: Area }) {
  const count = useCount();
  return (
    <NavLink to={to} className={classes.item}>
      <Icon size={18} stroke={1.7} aria-hidden className={classes.icon} />
      <span>{words}</span>
      {count ? <span className={classes.count}>{count > 999 ? '999+' : count}</span> : null}
    </NavLink>
  );
}

const schemes = [
  { value: 'auto', words: 'As the device', Icon: IconDeviceDesktop },
  { value: 'light', words: 'Light', Icon: IconSun },
  { value: 'dark', words: 'Dark', Icon: IconMoon },
] as const;

function Account({ who, onSignOut }: { who: NonNullable<RailProps['who']>; onSignOut: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="top-start" width={208} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <span className={classes.initial} aria-hidden="true">
            {who.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={classes.who}>
            <span>{who.name}</span>
            {who.role && <span className={classes.role}>{who.role}</span>}
          </span>
          <IconSelector size={15} aria-hidden className={classes.selector} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={value => setColorScheme(value as MantineColorScheme)}>
          {schemes.map(({ value, words, Icon }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              rightSection={<Icon size={16} stroke={1.7} aria-hidden />}
            >
              {words}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout2 size={16} stroke={1.7} aria-hidden />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
