import { Link } from '@tanstack/react-router'
import { User } from 'lucide-react'
import type { Access, PrivateNetwork } from '#domain/private-network.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { accessName } from './access-name.ts'
import { isTold } from './network-state.ts'

type Props = { network: PrivateNetwork; onRevoke: (access: Access) => void }

/** Who may get in over WireGuard: each with its file, and the end of it. */
export const WaysIn = ({ network, onRevoke }: Props) =>
  network.accesses.length === 0 ? (
    <p className="text-ink-3">
      {isTold(network) ? 'Nobody yet.' : 'Its nodes told of nobody.'} A way in is a WireGuard file for one person’s
      computer or phone.
    </p>
  ) : (
    <ul aria-label="Ways in">
      {network.accesses.map((access) => {
        const name = accessName(network, access)
        return (
          <li
            key={access.subnet}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0"
          >
            <User className="text-ink-3" />
            <span className="min-w-0 flex-1 basis-48">
              <span className="block truncate font-medium" title={name}>
                {name}
              </span>
              <span className="mono text-small text-ink-3">
                {access.subnet} over node {access.nodeId}
              </span>
            </span>
            <Link
              to="/networks/$name"
              params={{ name: network.name }}
              search={{ access: access.subnet }}
              className={buttonClass({ size: 'small' })}
              aria-label={`WireGuard file of ${name}`}
            >
              WireGuard file
            </Link>
            <Button
              size="small"
              variant="ghost"
              aria-label={`Revoke ${name}`}
              disabledReason={revokeProblem(network, access)}
              onClick={() => onRevoke(access)}
            >
              Revoke
            </Button>
          </li>
        )
      })}
    </ul>
  )

/** Only the member that it leads over can shut it. */
function revokeProblem({ members }: PrivateNetwork, { nodeId }: Access): string | undefined {
  const member = members.find((one) => one.nodeId === nodeId)
  return member && !member.deployment ? `Node ${nodeId} does not answer, and only it can shut this way` : undefined
}
