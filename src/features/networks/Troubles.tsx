import type { ReactNode } from 'react'
import { removeMember } from '#domain/private-network-change.ts'
import { rerouted, troublesOf, withoutStrangers, type Trouble } from '#domain/private-network-repair.ts'
import type { Member, PrivateNetwork } from '#domain/private-network.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Change } from './change.ts'
import { sharing } from './RemoveMember.tsx'

type Props = {
  network: PrivateNetwork
  onRepair: (change: Change) => void
  onRemove: (member: Member) => void
  /** Asks the nodes once more. */
  onAsk: () => void
  isAsking: boolean
  /** Makes again what a node lost. */
  onAgain: (member: Member) => void
}

/** What is wrong with a network, each with the way to mend it. */
export const Troubles = (props: Props) => {
  const troubles = troublesOf(props.network)
  return (
    troubles.length > 0 && (
      <section aria-label="What is wrong" className="flex flex-col gap-2">
        {troubles.map((trouble, i) => (
          <Notice key={i} tone="warn" action={<Repair trouble={trouble} {...props} />}>
            {wordsFor(trouble)}
          </Notice>
        ))}
      </section>
    )
  )
}

function wordsFor(trouble: Trouble): ReactNode {
  switch (trouble.kind) {
    case 'silent':
      return (
        <>
          <b>Node {trouble.member.nodeId} does not answer.</b> The others can be changed without it; it hears of that
          when it is back and the network is brought up to date.
          {trouble.behind.length > 0 &&
            ` ${nodes(trouble.behind)} ${trouble.behind.length === 1 ? 'is' : 'are'} hidden and reach the others only through it.`}
        </>
      )
    case 'empty':
      return (
        <>
          <b>Node {trouble.member.nodeId} holds nothing for its contract.</b> It was never told, or lost it.
        </>
      )
    case 'failed':
      return (
        <>
          <b>Node {trouble.member.nodeId} could not set up its part.</b>{' '}
          {trouble.member.deployment?.workloads.find(({ result }) => result?.state === 'error')?.result?.message}
        </>
      )
    case 'strangers':
      return (
        <>
          <b>Its members let in {trouble.peers.map(({ subnet }) => subnet).join(', ')}, which is nobody’s.</b> A
          member’s contract ended, or a client wrote a key down nowhere.
        </>
      )
    case 'outdated':
      return (
        <>
          <b>
            {nodes(trouble.members)} {trouble.members.length === 1 ? 'knows' : 'know'} the others as they were.
          </b>{' '}
          The network changed without {trouble.members.length === 1 ? 'it' : 'them'}.
        </>
      )
  }
}

function Repair({ trouble, network, onRepair, onRemove, onAsk, isAsking, onAgain }: Props & { trouble: Trouble }) {
  switch (trouble.kind) {
    case 'silent':
      return (
        <>
          <Button size="small" busy={isAsking} onClick={onAsk}>
            Ask again
          </Button>
          {trouble.behind.length > 0 && (
            <Button
              size="small"
              onClick={() =>
                onRepair({
                  title: `Go around node ${trouble.member.nodeId}`,
                  verb: 'Sign and go around',
                  says: [`${nodes(trouble.behind)}: from now on through a node that answers.`],
                  after: rerouted(network),
                })
              }
            >
              Go around it
            </Button>
          )}
          <Button
            size="small"
            variant="danger"
            disabledReason={sharing(trouble.member)}
            onClick={() => onRemove(trouble.member)}
          >
            Remove node {trouble.member.nodeId}
          </Button>
        </>
      )
    case 'empty':
      return (
        <>
          <Button size="small" disabledReason={sharing(trouble.member)} onClick={() => onAgain(trouble.member)}>
            Make it again
          </Button>
          <Button
            size="small"
            variant="danger"
            disabledReason={sharing(trouble.member)}
            onClick={() => onRemove(trouble.member)}
          >
            Remove node {trouble.member.nodeId}
          </Button>
        </>
      )
    case 'failed':
      return (
        <Button
          size="small"
          onClick={() =>
            onRepair({
              title: `Try node ${trouble.member.nodeId} again`,
              verb: 'Sign and try again',
              says: [`Node ${trouble.member.nodeId} is told its part once more.`],
              after: network,
            })
          }
        >
          Try again
        </Button>
      )
    case 'strangers':
      return (
        <Button
          size="small"
          onClick={() =>
            onRepair({
              title: 'Take out what is nobody’s',
              verb: 'Sign and take out',
              says: trouble.peers.map(({ subnet }) => `${subnet} gets in no more.`),
              after: withoutStrangers(network),
            })
          }
        >
          Take out
        </Button>
      )
    case 'outdated':
      return (
        <Button
          size="small"
          onClick={() =>
            onRepair({
              title: `Bring ${network.name} up to date`,
              verb: 'Sign and bring up to date',
              says: [
                `${nodes(trouble.members)} ${trouble.members.length === 1 ? 'learns' : 'learn'} of the others as they are.`,
              ],
              after: network,
            })
          }
        >
          Bring up to date
        </Button>
      )
  }
}

const nodes = (members: Member[]) => `Node ${members.map(({ nodeId }) => nodeId).join(', ')}`

/** A node taken out: its contract ends, and the others forget it. */
export function removal(network: PrivateNetwork, member: Member): Change {
  const { nodeId, contractId } = member
  const lost = network.accesses.filter((access) => access.nodeId === nodeId)
  const silent = network.members.filter(({ state }) => state === 'silent')
  const without = removeMember(network, nodeId)
  return {
    title: `Remove node ${nodeId} from ${network.name}`,
    verb: 'Sign and remove',
    says: [
      `Contract ${contractId} ends, and node ${nodeId} takes the network down.`,
      ...(without.members.length > 0
        ? ['The other members forget it.']
        : ['It is the last: the network ends with it.']),
      ...(member.deployment ? [] : ['It does not tell whether machines stand there; they would lose the network.']),
      ...lost.map(({ subnet }) => `The way in of ${subnet} leads over it and ends too.`),
    ],
    // What nobody knows can only be the silent member's that goes.
    after: silent.length === 1 && silent[0] === member ? withoutStrangers(without) : without,
    cancels: [contractId],
  }
}
