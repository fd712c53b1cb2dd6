import { Moon, Sun, SunMoon } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import { Menu, MenuChoice } from '#ui/Menu.tsx'
import { chooseTheme, useTheme } from './theme.ts'

const icons = { system: SunMoon, light: Sun, dark: Moon }

export function ThemeMenu() {
  const theme = useTheme()
  const Icon = icons[theme]
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" icon aria-label={`Theme: ${theme}`}>
          <Icon />
        </Button>
      }
    >
      <MenuChoice
        label="Theme"
        value={theme}
        onChange={chooseTheme}
        options={[
          { id: 'system', name: 'As the system' },
          { id: 'light', name: 'Light' },
          { id: 'dark', name: 'Dark' },
        ]}
      />
    </Menu>
  )
}
