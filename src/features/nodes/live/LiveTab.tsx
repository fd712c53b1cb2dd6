import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useNeed } from '#features/account/NeedsKey.tsx'
import type { Node } from '#domain/node.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { asked, liveOf } from '#queries/node-live.ts'
import { isSilence } from '#queries/silence.ts'
import { Ago } from '#ui/Ago.tsx'
import { Button } from '#ui/Button.tsx'
import { Failed } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useNode } from '#features/nodes/useNode.ts'
import { HardwareCard } from './HardwareCard.tsx'
import { HealthCard } from './HealthCard.tsx'
import { KeyNeeded } from './KeyNeeded.tsx'
import { LiveGpus } from './LiveGpus.tsx'
import { LiveNetwork } from './LiveNetwork.tsx'
import { LiveSystem } from './LiveSystem.tsx'
import { PoolsCard } from './PoolsCard.tsx'
import { TestsCards } from './TestsCards.tsx'
import { UseCard } from './UseCard.tsx'

/** What the node tells of itself, asked of it just now. Nothing waits for anything else. */
export function LiveTab() {
  const node = useNode()
  const network = useNetwork()
  const client = useQueryClient()
  const need = useNeed()
  // Another tab may have asked this before; whether the node answers is to be known now.
  const first = useQuery({ ...asked(network, node, 'version'), enabled: need === undefined, refetchOnMount: 'always' })
  const waiting = useIsFetching({ queryKey: liveOf(network, node) })
  const again = () => void client.refetchQueries({ queryKey: liveOf(network, node), type: 'active' })

  if (need !== undefined) return <KeyNeeded />
  const told = client
    .getQueriesData({ queryKey: liveOf(network, node) })
    .some(([key, data]) => key.at(-1) !== 'version' && data !== undefined)
  if (isSilence(first.error) && !told)
    return (
      <Failed
        failure={{ ...explain(first.error), ...hint(node) }}
        actions={
          <Button size="small" onClick={again}>
            <RefreshCw />
            Ask again
          </Button>
        }
      />
    )
  return (
    <div className="flex flex-col gap-5">
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 text-ink-2">
          Asked of the node itself, just for you. Each part shows how long its answer took.{' '}
          <output className="text-ink-3">
            {waiting > 0 ? `${waiting} still to come` : <AllThere atMs={first.dataUpdatedAt} />}
          </output>
        </p>
        <Button size="small" busy={waiting > 0} onClick={again}>
          {waiting === 0 && <RefreshCw />}
          Ask again
        </Button>
      </div>
      {isSilence(first.error) && (
        <Notice tone="warn">
          <b>{explain(first.error).title}.</b> What you see it said before.
        </Notice>
      )}
      <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_400px]">
        <div className="flex min-w-0 flex-col gap-6">
          <UseCard />
          <PoolsCard />
          <TestsCards />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <LiveSystem />
          <LiveNetwork />
          <LiveGpus />
          <HealthCard />
          <HardwareCard />
        </div>
      </div>
    </div>
  )
}

/** Why it says nothing, where GridProxy knows. */
function hint({ status }: Node) {
  if (status === 'down')
    return { what: 'GridProxy has not heard from it for long either: it is down.', advice: undefined }
  if (status === 'standby') return { what: 'It is asleep; its farmer can wake it.', advice: undefined }
  return undefined
}

const AllThere = ({ atMs }: { atMs: number }) =>
  atMs > 0 && (
    <>
      Asked <Ago atMs={atMs} />
    </>
  )
