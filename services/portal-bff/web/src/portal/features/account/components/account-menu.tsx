import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout2, IconMenu2, IconMoon, IconSun } from '@tabler/icons-react';
import { use } from 'react';
import { LookingContext } from '../../../../shared/features/looking/looking.js';
import classes from './account-menu.module.css';

interface AccountMenuProps {
  name: string;
  onSignOut: () => void;
  signOutFailed: boolean;
}

const schemes = [
  { value: 'auto', words: 'As the device', Icon: IconDeviceDesktop },
  { value: 'light', words: 'Light', Icon: IconSun },
  { value: 'dark', words: 'Dark', Icon: IconMoon },
] as const;

export function AccountMenu({ name, onSignOut, signOutFailed }: AccountMenuProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isLooking = use(LookingContext);
  return (
    <Menu
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={240}
      radius="md"
      classNames={{ label: classes.label, item: classes.item }}
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          radius="md"
          aria-label="Menu"
          className={classes.target}
        >
          <IconMenu2 size={24} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {isLooking ? 'Looking as' : 'Signed in as'} {name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={value => setColorScheme(value as MantineColorScheme)}>
          {schemes.map(({ value, words, Icon }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              rightSection={<Icon size={18} stroke={1.7} aria-hidden />}
            >
              {words}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {/* Who looks stops looking, in the banner. */}
        {!isLooking && (
          <>
            <Menu.Divider />
            <Menu.Item
              closeMenuOnClick={false}
              leftSection={<IconLogout2 size={18} stroke={1.7} aria-hidden />}
              onClick={onSignOut}
            >
              {signOutFailed ? 'No connection. Try again' : 'Sign out'}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
