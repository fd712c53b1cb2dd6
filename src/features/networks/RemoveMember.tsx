import type { Member } from '#domain/private-network.ts'
import { Button } from '#ui/Button.tsx'
import type { MachineHere } from './useMachines.ts'

export type MemberActs = { machines: readonly MachineHere[]; onRemove: (member: Member) => void }

/** Takes a node out of a network, unless machines of one's own stand there. */
export const RemoveMember = ({ member, acts }: { member: Member; acts: MemberActs }) => (
  <Button
    size="small"
    variant="ghost"
    aria-label={`Remove node ${member.nodeId}`}
    disabledReason={standing(member, acts.machines)}
    onClick={() => acts.onRemove(member)}
  >
    Remove
  </Button>
)

function standing(member: Member, machines: readonly MachineHere[]): string | undefined {
  const here = machines.filter((one) => one.nodeId === member.nodeId)
  if (here.length === 0) return sharing(member)
  const names = here.map(({ name, ip }) => name ?? ip)
  return `${names.join(' and ')} ${here.length === 1 ? 'stands' : 'stand'} here`
}

/** Its contract cannot end for the network alone when it holds more. */
export const sharing = ({ contractId, beside = [] }: Member): string | undefined =>
  beside.length === 0 ? undefined : `Contract ${contractId} also holds ${beside.join(' and ')}: change that deployment`
