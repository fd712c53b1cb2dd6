import { Outlet } from '@tanstack/react-router'
import { useRef } from 'react'
import { UnlockHost } from '#features/account/UnlockHost.tsx'
import { WalletRequest } from '#features/account/WalletRequest.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { Rail } from './Rail.tsx'
import { SecondStackBanner } from './SecondStackBanner.tsx'
import { TopBar } from './TopBar.tsx'
import { useFocusOnNavigate } from './useFocusOnNavigate.ts'

/** The frame around every page: rail and top bar on the desk, the page as one sheet. */
export function Shell() {
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigate(main)
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <TopBar />
      <OfflineBanner />
      <SecondStackBanner />
      <div className="flex min-h-0 flex-1">
        <div className="hidden w-[208px] shrink-0 overflow-y-auto px-2 pb-2 rail:block">
          <Rail />
        </div>
        <main
          ref={main}
          id="main"
          tabIndex={-1}
          className="flex min-w-0 flex-1 flex-col overflow-hidden border-t border-line bg-surface outline-none rail:mr-2 rail:mb-2 rail:rounded-lg rail:border"
        >
          <Outlet />
        </main>
      </div>
      <UnlockHost />
      <WalletRequest />
    </div>
  )
}
