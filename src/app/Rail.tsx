import { Link, useLocation, type LinkProps } from '@tanstack/react-router'
import {
  Box,
  ChartNoAxesColumn,
  Coins,
  FilePen,
  History,
  KeyRound,
  LayoutTemplate,
  Network,
  Plus,
  ScrollText,
  Server,
  Sprout,
  Wallet,
  Warehouse,
} from 'lucide-react'
import type { ComponentType } from 'react'

/** `key` goes there when it is pressed after `g`. */
type Item = {
  to: LinkProps['to']
  name: string
  icon: ComponentType<{ className?: string }>
  key?: string
  /** The address of another part of it. */
  also?: string
}

export const places: { name: string; items: Item[] }[] = [
  {
    name: 'Explore',
    items: [
      { to: '/nodes', name: 'Nodes', icon: Server, key: 'n' },
      { to: '/farms', name: 'Farms', icon: Warehouse, key: 'f' },
      { to: '/statistics', name: 'Grid statistics', icon: ChartNoAxesColumn, key: 's' },
    ],
  },
  {
    name: 'Deploy',
    items: [
      { to: '/deploy', name: 'New deployment', icon: Plus, key: 'v' },
      { to: '/deploy/templates', name: 'Templates', icon: LayoutTemplate, key: 't' },
      { to: '/deploy/drafts', name: 'Drafts', icon: FilePen, key: 'e' },
    ],
  },
  {
    name: 'Manage',
    items: [
      { to: '/deployments', name: 'Deployments', icon: Box, key: 'd' },
      { to: '/networks', name: 'Networks', icon: Network, key: 'p' },
      { to: '/contracts', name: 'Contracts', icon: ScrollText, key: 'c' },
      { to: '/activity', name: 'Activity', icon: History, key: 'a' },
    ],
  },
  {
    name: 'Account',
    items: [
      { to: '/account', name: 'Wallet & twin', icon: Wallet, key: 'w' },
      { to: '/account/money', name: 'Money', icon: Coins, key: 'm' },
      { to: '/account/ssh-keys', name: 'SSH keys', icon: KeyRound, key: 'k' },
      { to: '/farming', name: 'Farming', icon: Sprout, key: 'r', also: '/dao' },
    ],
  },
]

/** The places of the app, by what a person does there. */
export function Rail({ onGo }: { onGo?: () => void }) {
  const here = useLocation({ select: ({ pathname }) => pathname })
  return (
    <nav aria-label="Main">
      {places.map(({ name, items }) => (
        <div key={name} className="pt-3 first:pt-1">
          <div className="eyebrow px-2.5 pb-1">{name}</div>
          <ul>
            {items.map(({ to, name: item, icon: Icon, also }) => (
              <li key={item}>
                <Link
                  to={to}
                  className="rail-item"
                  activeOptions={{ exact: to === '/account' || to === '/deploy', includeSearch: false }}
                  {...(also === here && { 'aria-current': true })}
                  onClick={onGo}
                >
                  <Icon />
                  {item}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
