import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { cloneOf, nextName } from '#domain/plan/clone.ts'
import { account } from '#queries/account.ts'
import { deploymentList, runningPlan } from '#queries/deployments.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Failed } from '#ui/Loaded.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { Select } from '#ui/Select.tsx'
import { chance } from '#features/deploy/forms/chance.ts'
import type { Found } from './found.ts'

/** One of the person's own deployments: as its nodes hold it, or once more under another name. */
export function ImportRunning({ onFound }: { onFound: (found: Found | undefined) => void }) {
  const id = useId()
  const network = useNetwork()
  const twinId = useQuery(account(network)).data?.twinId
  const list = useQuery({ ...deploymentList(network, twinId ?? 0), enabled: twinId !== undefined })
  const [chosen, setChosen] = useState('')
  const [as, setAs] = useState<'copy' | 'update'>('copy')
  const all = list.data ?? []
  const deployed = all.find(({ main }) => String(main.id) === chosen) ?? all[0]
  const ask = useMutation({
    mutationFn: async () => {
      if (!deployed) return
      const { plan, held } = await runningPlan(network, deployed)
      const name = nextName(
        deployed.name,
        all.map((one) => one.name),
      )
      onFound(
        as === 'copy'
          ? { plan: cloneOf(plan, held, name, chance), notes: ['Its networks get keys and addresses of their own.'] }
          : { plan, notes: ['Signing it changes what runs.'] },
      )
    },
  })
  if (twinId === undefined)
    return <p className="text-ink-2">Deployments belong to an account. Open one in the top bar first.</p>
  if (list.data?.length === 0) return <p className="text-ink-2">This account runs nothing on this network.</p>
  return (
    <div className="flex flex-col gap-3">
      <div>
        <label htmlFor={id} className="label">
          Deployment
        </label>
        <Select
          id={id}
          value={deployed ? String(deployed.main.id) : ''}
          options={all.map(({ name, main }) => ({
            value: String(main.id),
            name: `${name} (contract ${main.id}, node ${main.nodeId})`,
          }))}
          onChange={(event) => {
            setChosen(event.target.value)
            onFound(undefined)
          }}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label="To be"
          value={as}
          options={[
            { value: 'copy', name: 'A copy of it' },
            { value: 'update', name: 'A change of it' },
          ]}
          onChange={(next) => {
            setAs(next)
            onFound(undefined)
          }}
        />
        <Button busy={ask.isPending} onClick={() => ask.mutate()}>
          Ask its nodes
        </Button>
      </div>
      {ask.error !== null && <Failed failure={explain(ask.error)} />}
    </div>
  )
}
