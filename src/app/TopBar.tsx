import { Link } from '@tanstack/react-router'
import { Menu } from 'lucide-react'
import { useState } from 'react'
import { AccountMenu } from '#features/account/AccountMenu.tsx'
import { Button } from '#ui/Button.tsx'
import { Drawer } from '#ui/Drawer.tsx'
import { Find } from './Find.tsx'
import { Health } from './Health.tsx'
import { Logo } from './Logo.tsx'
import { NetworkMenu } from './NetworkMenu.tsx'
import { Rail } from './Rail.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'

export function TopBar() {
  const [menuOpen, setMenuOpen] = useState(false)
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 px-2 sm:gap-2 rail:pr-3 rail:pl-4.5">
      <Button
        variant="ghost"
        icon
        className="shrink-0 rail:hidden"
        aria-label="Open the menu"
        onClick={() => setMenuOpen(true)}
      >
        <Menu />
      </Button>
      <Drawer open={menuOpen} onOpenChange={setMenuOpen} title="ZOS Dashboard">
        <Rail onGo={() => setMenuOpen(false)} />
        <div className="pt-4">
          <Health />
        </div>
      </Drawer>
      <Link to="/nodes" className="hidden w-[182px] items-center gap-2.5 font-[600] tracking-[-0.01em] rail:flex">
        <Logo />
        ZOS Dashboard
      </Link>
      <NetworkMenu />
      <div className="max-rail:hidden">
        <Health />
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-1.5">
        <Find />
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  )
}
