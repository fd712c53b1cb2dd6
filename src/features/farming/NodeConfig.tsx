import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Farm } from '#domain/farm.ts'
import type { FarmNode } from '#domain/farm-on-chain.ts'
import type { PublicConfig } from '#domain/node.ts'
import { noPublicConfig, publicConfigProblems } from '#domain/public-config.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import type { Call } from '#queries/transact.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { EditDialog } from './EditDialog.tsx'

type Props = { farm: Farm; node: FarmNode; onClose: () => void }

/** Gives a node a public address of its own, or takes it away. */
export function NodeConfig({ farm, node, onClose }: Props) {
  const [calls, setCalls] = useState<Call[]>()
  const { control, handleSubmit, getValues } = useForm<PublicConfig>({
    mode: 'onTouched',
    defaultValues: node.publicConfig ?? noPublicConfig,
  })
  const set = (config: PublicConfig | undefined) =>
    setCalls([{ call: 'set-node-public-config', farmId: farm.id, nodeId: node.id, config }])
  const review = handleSubmit((config) => set(config))
  const lent = farm.publicIps.map(({ ip }) => ip)
  const field = (name: keyof PublicConfig) => ({
    control,
    name,
    mono: true,
    problem: () => publicConfigProblems(getValues(), lent)[name],
  })
  if (calls)
    return (
      <SignSheet title={`Public config of node ${node.id}`} calls={calls} verb="Sign and set" onClose={onClose}>
        <p className="pb-3 text-ink-2">
          {node.publicConfig && 'Gateways and WireGuard entries that run there go by the address it has now. '}
          The node takes it up within minutes.
        </p>
      </SignSheet>
    )
  return (
    <EditDialog
      title={`Public config of node ${node.id}`}
      description="An address of its own makes it a way in for WireGuard; with a domain it can be a web gateway."
      other={
        node.publicConfig && (
          <Button variant="danger" onClick={() => set(undefined)}>
            Take it away
          </Button>
        )
      }
      onReview={review}
      onClose={onClose}
    >
      <TextField {...field('ipv4')} label="IPv4" placeholder="185.1.2.9/24" help="With its mask" />
      <TextField {...field('gw4')} label="Gateway" placeholder="185.1.2.1" />
      <TextField {...field('ipv6')} label="IPv6" optional placeholder="2a10:b600:1::9/64" />
      <TextField {...field('gw6')} label="IPv6 gateway" optional placeholder="2a10:b600:1::1" />
      <TextField
        {...field('domain')}
        label="Domain"
        optional
        placeholder="gent01.dev.grid.tf"
        help="Names of gateways come before it: point *.domain to the IPv4"
      />
    </EditDialog>
  )
}
