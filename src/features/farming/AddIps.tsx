import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { farmIpsProblem, readIps, type Taken } from '#domain/farm-ips.ts'
import type { Farm } from '#domain/farm.ts'
import type { FarmNode } from '#domain/farm-on-chain.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import type { Call } from '#queries/transact.ts'
import { TextAreaField } from '#ui/form/TextAreaField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { EditDialog } from './EditDialog.tsx'

type Values = { addresses: string; gateway: string }

/** Adds addresses to a farm, one by one or as ranges, with one signature. */
export function AddIps({ farm, nodes, onClose }: { farm: Farm; nodes: readonly FarmNode[]; onClose: () => void }) {
  const [calls, setCalls] = useState<Call[]>()
  const { control, handleSubmit, trigger, getValues, getFieldState } = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { addresses: '', gateway: farm.publicIps[0]?.gateway ?? '' },
  })
  const read = readIps(useWatch({ control, name: 'addresses' }))
  const taken: Taken = {
    ofFarm: farm.publicIps.map(({ ip }) => ip),
    ofNodes: new Map(nodes.flatMap(({ id, publicConfig }) => (publicConfig ? [[publicConfig.ipv4, id] as const] : []))),
  }
  /** What is wrong with both together, where it is to be mended. */
  const problemAt = (at: 'ip' | 'gateway') => {
    const { addresses, gateway } = getValues()
    const typed = readIps(addresses)
    if (!('ips' in typed)) return at === 'ip' ? typed.problem : undefined
    const problem = farmIpsProblem(typed.ips, gateway.trim(), taken)
    return problem?.at === at ? problem.words : undefined
  }
  const recheck = (other: keyof Values) => void (getFieldState(other).isTouched && trigger(other))
  const review = handleSubmit(({ addresses, gateway }) => {
    const typed = readIps(addresses)
    if ('ips' in typed)
      setCalls(typed.ips.map((ip) => ({ call: 'add-farm-ip', farmId: farm.id, ip, gateway: gateway.trim() })))
  })
  if (calls) return <SignSheet title="Add public IPs" calls={calls} verb="Sign and add" onClose={onClose} />
  return (
    <EditDialog
      title="Add public IPs"
      description="IPv4 addresses that reach your nodes’ network, to lend to deployments. Those behind another gateway are added by themselves."
      onReview={review}
      onClose={onClose}
    >
      <TextAreaField
        control={control}
        name="addresses"
        label="Addresses"
        mono
        placeholder="185.1.2.10-185.1.2.20/24"
        help={
          'ips' in read
            ? `${read.ips.length} ${read.ips.length === 1 ? 'address' : 'addresses'}`
            : 'Each with its mask, alone or as a range; one to a line'
        }
        problem={() => problemAt('ip')}
        onChanged={() => recheck('gateway')}
      />
      <TextField
        control={control}
        name="gateway"
        label="Gateway"
        mono
        placeholder="185.1.2.1"
        help="Of their network, without a mask"
        problem={(gateway) => (gateway.trim() === '' ? 'Enter the gateway' : problemAt('gateway'))}
        onChanged={() => recheck('addresses')}
      />
    </EditDialog>
  )
}
