import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { EyeOff, Server, User } from 'lucide-react'
import type { Access, Member, PrivateNetwork } from '#domain/private-network.ts'
import { Glyph } from '#ui/State.tsx'
import { accessName } from './access-name.ts'
import { memberLooks } from './network-state.ts'
import { boxHeight, boxWidth, draw, type Box } from './topology.ts'

/** Who speaks with whom: nodes that can be called, and behind them hidden nodes and people. Each box leads on. */
export function Topology({ network }: { network: PrivateNetwork }) {
  const { boxes, lines, width, height } = draw(network)
  return (
    // Reached with Tab, since a large network scrolls sideways.
    <div className="overflow-x-auto px-1 py-2">
      <ul aria-label={`Topology of ${network.name}`} className="relative mx-auto" style={{ width, height }}>
        <li aria-hidden="true">
          <svg width={width} height={height} className="absolute inset-0">
            {lines.map(({ key, path, faint }) => (
              <path
                key={key}
                d={path}
                fill="none"
                className={faint ? 'stroke-line-strong' : 'stroke-field'}
                strokeWidth="1.2"
                strokeDasharray={faint ? '3 4' : undefined}
              />
            ))}
          </svg>
        </li>
        {boxes.map((box) => (
          <li
            key={'member' in box ? box.member.contractId : box.access.subnet}
            className="absolute"
            style={{ left: box.x, top: box.y, width: boxWidth, height: boxHeight }}
          >
            <Inside box={box} network={network} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const boxClass =
  'flex size-full items-center gap-2 rounded-md border px-2 text-small hover:border-field focus-visible:border-accent'

const Inside = ({ box, network }: { box: Box; network: PrivateNetwork }) =>
  'member' in box ? (
    <NodeBox member={box.member} network={network} />
  ) : (
    <PersonBox access={box.access} network={network} />
  )

function NodeBox({ member, network }: { member: Member; network: PrivateNetwork }) {
  const { nodeId, state, subnet, address, through } = member
  const look = memberLooks[state]
  const isHidden = address === undefined && member.privateKey !== ''
  const way =
    through !== undefined ? `hidden, through node ${through}` : isHidden && network.members.length > 1 ? 'hidden' : ''
  return (
    <Link
      to="/nodes/$nodeId"
      params={{ nodeId: String(nodeId) }}
      className={clsx(boxClass, 'bg-raised', state === 'held' ? 'border-line-strong' : 'border-dashed border-field')}
      aria-label={[`Node ${nodeId}`, subnet, look.words.toLowerCase(), way].filter(Boolean).join(', ')}
    >
      {isHidden ? <EyeOff className="i-sm text-ink-3" /> : <Server className="i-sm text-ink-3" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">Node {nodeId}</span>
        <span className="mono block truncate text-micro text-ink-3">{subnet || '–'}</span>
      </span>
      <Glyph kind={look.kind} />
    </Link>
  )
}

function PersonBox({ access, network }: { access: Access; network: PrivateNetwork }) {
  const name = accessName(network, access)
  return (
    <Link
      to="/networks/$name"
      params={{ name: network.name }}
      search={{ access: access.subnet }}
      className={clsx(boxClass, 'border-line bg-sunken')}
      aria-label={`${name}, ${access.subnet}, a person’s way in over node ${access.nodeId}`}
    >
      <User className="i-sm text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="mono block truncate text-micro text-ink-3">{access.subnet}</span>
      </span>
    </Link>
  )
}
