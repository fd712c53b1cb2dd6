import { deploymentAt, isUpdate, withWorkload } from '#domain/plan/plan.ts'
import { wireGuardKeys } from '#domain/wireguard.ts'
import {
  myceliumKeyProblem,
  portProblem,
  rangeProblem,
  subnetProblem,
  wireGuardKeyProblem,
} from '#domain/workloads/network-rules.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { NumberField } from '#ui/form/NumberField.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { SwitchField } from '#ui/form/SwitchField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { AccessSection } from './AccessSection.tsx'
import { chance, randomHex } from './chance.ts'
import { fieldOf, nodeOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { MoreSection } from './MoreSection.tsx'
import { NameField } from './NameField.tsx'
import { networkView, type NetworkType, type NetworkValues } from './network-view.ts'
import { PeersSection } from './PeersSection.tsx'
import { UsedBy } from './UsedBy.tsx'
import { useWorkloadForm } from './usePlanForm.ts'

/** One node's part of a private network, of either kind. */
export function NetworkForm(props: FormProps<'network'> | FormProps<'network-light'>) {
  const { plan, at, workload, onPlan } = props
  const control = useWorkloadForm<NetworkType, NetworkValues>(props, networkView)
  const field = fieldOf(props)
  const now = networkView.from(workload)
  const isLight = workload.type === 'network-light'
  // A network that runs listens on its own port already.
  const taken = isUpdate(deploymentAt(plan, at)!) ? [] : (nodeOf(props)?.ports.data?.ports ?? [])
  const write = (values: Partial<NetworkValues>) =>
    onPlan(
      withWorkload(plan, at, (one) => networkView.to({ ...now, ...values }, one as Workload<NetworkType>) as Workload),
    )
  return (
    <>
      <FormSection title="Network">
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-3">
          <NameField {...props} />
          <TextField
            control={control}
            name="range"
            label="Range"
            mono
            placeholder="10.20.0.0/16"
            help="Of the whole network"
            optional={isLight}
            problem={(range) => (isLight && range === '' ? undefined : rangeProblem(range)?.words)}
            {...field('ip_range')}
          />
          <TextField
            control={control}
            name="subnet"
            label="Subnet here"
            mono
            placeholder="Planned with the node"
            help="This node’s part of it"
            problem={(subnet) => (subnet === '' ? undefined : subnetProblem(subnet, now.range)?.words)}
            {...field('subnet')}
          />
        </div>
      </FormSection>
      <FormSection title="WireGuard">
        <p className="pb-3 text-ink-2">
          {isLight
            ? 'Joins this node with others, and lets you in. Without a key there is none.'
            : 'Joins this node with others, and lets you in.'}
        </p>
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-[160px_minmax(0,1fr)]">
          <NumberField
            control={control}
            name="port"
            label="Port"
            help={now.port === 0 ? '0: planned with the node' : undefined}
            problem={(port) => (port === 0 ? undefined : portProblem(port, taken)?.words)}
            {...field('wireguard_listen_port')}
          />
          <SecretField
            control={control}
            name="privateKey"
            label="Private key"
            autoComplete="off"
            mono
            optional={isLight}
            action={{
              words: now.privateKey === '' ? 'Make one' : 'Make new',
              act: () => write({ privateKey: wireGuardKeys(chance.bytes(32)).privateKey }),
            }}
            problem={(key) => (isLight && key === '' ? undefined : wireGuardKeyProblem(key)?.words)}
            {...field('wireguard_private_key')}
          />
        </div>
      </FormSection>
      <FormSection title="Mycelium">
        {!isLight && (
          <SwitchField
            control={control}
            name="mycelium"
            label="Mycelium"
            about="machines of this node get an encrypted IPv6 address each"
            onChanged={(isOn) =>
              isOn && now.myceliumKey === '' && write({ mycelium: true, myceliumKey: randomHex(32) })
            }
            {...field('mycelium')}
          />
        )}
        {now.mycelium && (
          <SecretField
            control={control}
            name="myceliumKey"
            label="Mycelium key"
            autoComplete="off"
            mono
            help="Their addresses follow from it: another key, other addresses"
            action={{ words: 'Make new', act: () => write({ myceliumKey: randomHex(32) }) }}
            problem={(key) => myceliumKeyProblem(key)?.words}
            {...field('mycelium.hex_key')}
          />
        )}
      </FormSection>
      {now.privateKey !== '' && <AccessSection {...props} />}
      <PeersSection {...props} />
      <UsedBy {...props} title="Joined by" nobody="Nothing on this node joins it." />
      <MoreSection {...props} />
    </>
  )
}
