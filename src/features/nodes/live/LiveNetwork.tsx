import { freePorts } from '#domain/deployment/choice.ts'
import { Panel } from '#ui/Panel.tsx'
import { LiveFact } from './LiveFact.tsx'

export const LiveNetwork = () => (
  <Panel title="Network">
    <dl className="dl">
      <LiveFact name="Addresses" question="interfaces">
        {({ zos }) => <Addresses of={zos} none="None told" />}
      </LiveFact>
      <LiveFact name="Yggdrasil" question="interfaces">
        {({ yggdrasil }) => <Addresses of={yggdrasil ?? []} none="Not on this node" />}
      </LiveFact>
      <LiveFact name="Public IPv6" question="ipv6">
        {(has) => (has ? 'Yes' : 'None')}
      </LiveFact>
      <LiveFact name="Public config" question="publicConfig">
        {(config) =>
          config === undefined ? (
            'None; it reaches out through its farm'
          ) : (
            <Addresses of={[config.ipv4, config.ipv6, config.domain].filter(Boolean)} none="Empty" />
          )
        }
      </LiveFact>
      <LiveFact name="IPv4 in use" question="publicIps">
        {(ips) => (ips === undefined ? 'ZOS light does not tell' : <Addresses of={ips} none="None by workloads" />)}
      </LiveFact>
      <LiveFact name="WireGuard ports" question="ports">
        {(used) => (
          <>
            {freePorts(used).length.toLocaleString('en')} free{' '}
            {used.length > 0 && <span className="text-ink-3">taken: {used.toSorted((a, b) => a - b).join(', ')}</span>}
          </>
        )}
      </LiveFact>
    </dl>
  </Panel>
)

const Addresses = ({ of, none }: { of: readonly string[]; none: string }) =>
  of.length === 0 ? (
    none
  ) : (
    <span className="mono flex flex-col break-all">
      {of.map((address) => (
        <span key={address}>{address}</span>
      ))}
    </span>
  )
