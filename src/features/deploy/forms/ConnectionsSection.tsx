import { networkName } from '#domain/deployment/choice.ts'
import { addWorkload, freeName } from '#domain/plan/edit.ts'
import { bare, deploymentAt, isUpdate, withWorkload, type Plan } from '#domain/plan/plan.ts'
import { networkWorkload } from '#domain/plan/templates/machine-node.ts'
import { kindFor } from '#domain/plan/kinds.ts'
import { privateIpProblem } from '#domain/workloads/network-rules.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { Choice } from '#ui/form/Choice.tsx'
import { SwitchField } from '#ui/form/SwitchField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { beside, withBeside } from './beside.ts'
import { chance } from './chance.ts'
import { fieldOf, nodeOf, type MachineProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { connectionView, joining, type ConnectionValues, type MachineType } from './machine-view.ts'
import { networkChoices, newOne, subnetOf } from './network-choices.ts'
import { useWorkloadForm } from './usePlanForm.ts'

/** How the machine is reached, and reaches others. */
export function ConnectionsSection(props: MachineProps) {
  const { plan, at, workload, facts, onPlan } = props
  const control = useWorkloadForm<MachineType, ConnectionValues>(props, connectionView)
  const field = fieldOf(props)
  const isLight = workload.type === 'zmachine-light'
  const network = workload.data.network?.interfaces?.[0]?.network ?? ''
  const subnet = subnetOf(plan, at, facts, network)
  return (
    <FormSection title="Connections">
      <div className="grid gap-x-4 gap-y-3 @md:grid-cols-2">
        <Choice
          label="Network"
          value={network}
          options={withOwn(network, [...networkChoices(plan, at, facts), { value: newOne, name: 'New network' }])}
          onChange={(name) => onPlan(name === newOne ? withNewNetwork(props) : joining(plan, at, name))}
          {...field('network.interfaces.0.network')}
        />
        <TextField
          control={control}
          name="ip"
          label="Private IPv4"
          mono
          placeholder={subnet === '' ? 'Planned once a node is chosen' : undefined}
          help={subnet === '' ? undefined : `In ${subnet}`}
          problem={(ip) => (ip === '' ? undefined : privateIpProblem(ip, subnet)?.words)}
          {...field('network.interfaces.0.ip')}
        />
        {workload.type === 'zmachine' && <PublicIpChoice {...props} workload={workload} />}
        <div className={isLight ? undefined : '@md:pt-5'}>
          <SwitchField
            control={control}
            name="mycelium"
            label="Mycelium"
            about="encrypted IPv6"
            {...field('network.mycelium.network')}
          />
          {!isLight && (
            <SwitchField
              control={control}
              name="planetary"
              label="Planetary"
              about="the older encrypted IPv6"
              {...field('network.planetary')}
            />
          )}
        </div>
      </div>
    </FormSection>
  )
}

const withOwn = (own: string, options: { value: string; name: string }[]) =>
  options.some(({ value }) => value === own) ? options : [{ value: own, name: own || 'Choose one' }, ...options]

/** A network of the kind that the node takes, with the machine in it. */
function withNewNetwork(props: MachineProps): Plan {
  const { plan, at } = props
  const fresh = networkWorkload(networkName(chance.number), chance)
  const features = nodeOf(props)?.features.data ?? [props.workload.type === 'zmachine' ? 'network' : 'network-light']
  const type = kindFor('network', features)
  return joining(addWorkload(plan, at.node, { ...fresh, type } as Workload).plan, at, fresh.name)
}

const kinds = {
  '+v4': { words: 'New IPv4', data: { v4: true, v6: false } },
  '+v6': { words: 'New IPv6', data: { v4: false, v6: true } },
  '+both': { words: 'New IPv4 and IPv6', data: { v4: true, v6: true } },
}

const fixedIps = 'a running contract keeps the addresses it was made with'

function PublicIpChoice(props: MachineProps & { workload: Workload<'zmachine'> }) {
  const { plan, at, workload, onPlan } = props
  const name = workload.data.network?.public_ip ?? ''
  const there = beside(plan, at).flatMap(({ workload: one }) =>
    one.type === 'ip' || one.type === 'ipv4' ? [{ value: one.name, name: `${one.name}, ${ipWords(one)}` }] : [],
  )
  const running = isUpdate(deploymentAt(plan, at)!)
  const choose = (value: string) => {
    if (!(value in kinds)) return onPlan(withPublicIp(plan, at, value))
    const ip = freeName(plan, 'ip')
    const added = withBeside(plan, at, { ...bare(ip), type: 'ip', data: kinds[value as keyof typeof kinds].data })
    onPlan(withPublicIp(added, at, ip))
  }
  return (
    <Choice
      label="Public IP"
      value={name}
      options={withOwn(name, [
        { value: '', name: 'None' },
        ...there,
        ...Object.entries(kinds).map(([value, { words, data }]) => ({
          value,
          name: words,
          ...(running && data.v4 && { disabledReason: fixedIps }),
        })),
      ])}
      onChange={choose}
      help={farmIps(props)}
      {...fieldOf(props)('network.public_ip')}
    />
  )
}

const ipWords = ({ type, data }: Workload<'ip'> | Workload<'ipv4'>) =>
  type === 'ipv4' || !data.v6 ? 'IPv4' : data.v4 ? 'IPv4 and IPv6' : 'IPv6'

function farmIps(props: MachineProps): string | undefined {
  const free = nodeOf(props)?.node.data?.freeFarmIps
  if (free === undefined) return undefined
  return free === 0 ? 'The farm has no IPv4 free' : `${free} IPv4 free at the farm`
}

const withPublicIp = (plan: Plan, at: MachineProps['at'], name: string): Plan =>
  withWorkload(plan, at, (one) =>
    one.type === 'zmachine'
      ? { ...one, data: { ...one.data, network: { ...one.data.network, public_ip: name } } }
      : one,
  )
