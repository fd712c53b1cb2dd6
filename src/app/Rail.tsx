import { Link, type LinkProps } from '@tanstack/react-router'
import { Box, ChartNoAxesColumn, Plus, Server, Warehouse } from 'lucide-react'
import type { ComponentType } from 'react'

type Item = { to: LinkProps['to']; name: string; icon: ComponentType }

const groups: { name: string; items: Item[] }[] = [
  {
    name: 'Explore',
    items: [
      { to: '/nodes', name: 'Nodes', icon: Server },
      { to: '/farms', name: 'Farms', icon: Warehouse },
      { to: '/statistics', name: 'Grid statistics', icon: ChartNoAxesColumn },
    ],
  },
  { name: 'Deploy', items: [{ to: '/deploy/vm', name: 'Virtual machine', icon: Plus }] },
  { name: 'Manage', items: [{ to: '/deployments', name: 'Deployments', icon: Box }] },
]

/** The places of the app, by what a person does there. */
export const Rail = ({ onGo }: { onGo?: () => void }) => (
  <nav aria-label="Main">
    {groups.map(({ name, items }) => (
      <div key={name} className="pt-3 first:pt-1">
        <div className="eyebrow px-2.5 pb-1">{name}</div>
        <ul>
          {items.map(({ to, name: item, icon: Icon }) => (
            <li key={item}>
              <Link to={to} className="rail-item" onClick={onGo}>
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
