import { nameProblem } from '#domain/names.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import { withWorkload } from '#domain/plan/plan.ts'
import { fqdnProblem, ownDomainProblem } from '#domain/workloads/gateway-fqdn-proxy.ts'
import { gatewayNameProblem } from '#domain/workloads/gateway-name-proxy.ts'
import { Choice } from '#ui/form/Choice.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { SwitchField } from '#ui/form/SwitchField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { BackendsSection } from './BackendsSection.tsx'
import { fieldOf, nodeOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { gatewayView, type GatewayType, type GatewayValues, type GatewayWorkload } from './gateway-view.ts'
import { MoreSection } from './MoreSection.tsx'
import { NameField } from './NameField.tsx'
import { networkChoices } from './network-choices.ts'
import { useWorkloadForm } from './usePlanForm.ts'

type Props = FormProps<'gateway-name-proxy'> | FormProps<'gateway-fqdn-proxy'>

/** A name under the node's own domain. */
export function NameGatewayForm(props: FormProps<'gateway-name-proxy'>) {
  const { workload, facts } = props
  const control = useWorkloadForm<GatewayType, GatewayValues>(props, gatewayView)
  const domain = nodeOf(props)?.node.data?.publicConfig.domain
  const name = workload.data.name ?? ''
  // Checks call both names "name": it is about this one unless the workload's own is wrong.
  const { told } = nameProblem(workload.name) ? {} : fieldOf(props)('name')
  return (
    <>
      <FormSection title="Gateway">
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-2">
          <TextField
            control={control}
            name="domain"
            label="Name"
            mono
            placeholder="shop"
            help={<Availability name={name} facts={facts} />}
            problem={(typed) => gatewayNameProblem(typed)?.words}
            member="data.name"
            {...(told && { told })}
          />
          <div className="min-w-0">
            <div className="label">Served at</div>
            {domain ? (
              <CopyLine value={`${name || 'name'}.${domain}`} what="domain" />
            ) : (
              <p className="pt-1.5 text-ink-3">
                {domain === '' ? 'The node has no domain: choose another' : 'Known once a node with a domain is chosen'}
              </p>
            )}
          </div>
        </div>
      </FormSection>
      <Rest {...props} control={control} />
    </>
  )
}

/** Whether a name can still be had, as the chain tells. */
function Availability({ name, facts: { names, twinId } }: { name: string; facts: PlanFacts }) {
  if (gatewayNameProblem(name)) return <>Small letters, digits, - and _</>
  const asked = names.get(name)
  if (asked?.data === undefined)
    return <>{asked?.error ? 'The chain did not tell whether it is free' : 'Asking whether it is free'}</>
  if (asked.data === null) return <span className="text-ok">It is free</span>
  return asked.data === twinId ? <>It is yours already</> : <span className="text-bad">Twin {asked.data} has it</span>
}

/** A domain of one's own. */
export function FqdnGatewayForm(props: FormProps<'gateway-fqdn-proxy'>) {
  const control = useWorkloadForm<GatewayType, GatewayValues>(props, gatewayView)
  const config = nodeOf(props)?.node.data?.publicConfig
  const fqdn = props.workload.data.fqdn || 'your domain'
  const ipv4 = config?.ipv4.split('/')[0]
  return (
    <>
      <FormSection title="Gateway">
        <TextField
          control={control}
          name="domain"
          label="Domain"
          mono
          placeholder="shop.example.com"
          problem={(typed) => (fqdnProblem(typed) ?? ownDomainProblem(typed, config?.domain ?? ''))?.words}
          {...fieldOf(props)('fqdn')}
        />
        <div className="pt-2">
          <div className="label">Record to set first</div>
          {ipv4 ? (
            <>
              <CopyLine value={`${fqdn}. A ${ipv4}`} what="record" />
              <p className="help">Where the domain’s names are kept. The node looks before it serves it</p>
            </>
          ) : (
            <p className="text-ink-3">
              {ipv4 === ''
                ? 'The node has no public IPv4: choose another'
                : 'Known once a node with a public IPv4 is chosen'}
            </p>
          )}
        </div>
      </FormSection>
      <Rest {...props} control={control} />
    </>
  )
}

const Rest = (props: Props & Parameters<typeof BackendsSection>[0]) => {
  const { workload, control } = props
  return (
    <>
      <BackendsSection {...props} />
      <FormSection title="How">
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-2">
          <NetworkChoice {...props} />
          <div className="@md:pt-5">
            <SwitchField
              control={control}
              name="passthrough"
              label="Pass TLS through"
              help={
                workload.data.tls_passthrough
                  ? 'What is behind it has the certificate and ends TLS'
                  : 'The gateway gets a certificate and speaks plain HTTP to what is behind it'
              }
              {...fieldOf(props)('tls_passthrough')}
            />
          </div>
        </div>
      </FormSection>
      <MoreSection {...props}>
        <NameField {...props} label="Workload name" />
      </MoreSection>
    </>
  )
}

/** Private addresses are reached only from within their network. */
function NetworkChoice(props: Props) {
  const { plan, at, workload, facts, onPlan } = props
  const network = workload.data.network ?? ''
  const choices = networkChoices(plan, at, facts)
  const choose = (name: string) =>
    onPlan(
      withWorkload(plan, at, (one) => ({ ...one, data: { ...one.data, network: name || null } }) as GatewayWorkload),
    )
  return (
    <Choice
      label="Private network"
      value={network}
      options={[
        { value: '', name: 'None' },
        ...(network === '' || choices.some(({ value }) => value === network)
          ? []
          : [{ value: network, name: network }]),
        ...choices,
      ]}
      onChange={choose}
      help="For backends that have private addresses only"
      {...fieldOf(props)('network')}
    />
  )
}
