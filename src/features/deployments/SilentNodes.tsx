import { explain } from '#queries/explain.ts'
import { isKeyFault } from '#queries/silence.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { stateOf } from './part-state.ts'
import type { Part } from './part.ts'

/** Says once of each node that it is silent, or has nothing of what it is paid for; nothing when all of them told. */
export function SilentNodes({ parts }: { parts: readonly Part[] }) {
  const silent = parts.filter((part) => stateOf(part) === 'silent' && !isKeyFault(part.error))
  const once = silent.filter(
    ({ contract }, i) => silent.findIndex((one) => one.contract.nodeId === contract.nodeId) === i,
  )
  const empty = parts.filter(({ held }) => held === null)
  if (once.length === 0 && empty.length === 0) return null
  return (
    <div className="flex flex-col gap-3 pb-5">
      {once.map((part) => (
        <NoAnswer
          key={part.contract.id}
          part={part}
          ask={() => {
            for (const one of silent) if (one.contract.nodeId === part.contract.nodeId) one.ask()
          }}
        />
      ))}
      {empty.map(({ contract: { id, nodeId } }) => (
        <Notice key={id} tone="warn">
          <b>
            Contract {id} is billed, but node {nodeId} holds nothing for it.
          </b>{' '}
          It never received the deployment, or lost it. Cancel it to stop the bill.
        </Notice>
      ))}
    </div>
  )
}

function NoAnswer({ part, ask }: { part: Part; ask: () => void }) {
  const { title, what } = explain(part.error)
  return (
    <Notice
      tone="warn"
      action={
        <Button size="small" busy={part.isFetching} onClick={ask}>
          Ask again
        </Button>
      }
    >
      <b>{title}.</b> {what} {part.held ? 'What you see is older.' : ''} The contract is not touched by that.
    </Notice>
  )
}
