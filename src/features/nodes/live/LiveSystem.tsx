import { Badge } from '#ui/Badge.tsx'
import { Panel } from '#ui/Panel.tsx'
import { LiveFact } from './LiveFact.tsx'

export const LiveSystem = () => (
  <Panel title="System">
    <dl className="dl">
      <LiveFact name="ZOS" question="version">
        {({ zos, zinit }) => (
          <>
            {zos} <span className="text-ink-3">zinit {zinit.replace(/^v/, '')}</span>
          </>
        )}
      </LiveFact>
      <LiveFact name="Runs on" question="hypervisor">
        {(name) => (name === '' ? 'Bare metal' : `A virtual machine (${name})`)}
      </LiveFact>
      <LiveFact name="Place" question="location">
        {({ city_name, country_name, longitude, latitude }) => (
          <>
            {[city_name, country_name].filter(Boolean).join(', ') || 'Not known'}{' '}
            <span className="mono whitespace-nowrap text-ink-3">
              {latitude.toFixed(2)}, {longitude.toFixed(2)}
            </span>
          </>
        )}
      </LiveFact>
      <LiveFact name="Takes" question="features">
        {(features) =>
          features.length === 0 ? (
            'Nothing'
          ) : (
            <span className="flex flex-wrap gap-1 py-0.5">
              {features.map((feature) => (
                <Badge key={feature}>{feature}</Badge>
              ))}
            </span>
          )
        }
      </LiveFact>
    </dl>
  </Panel>
)
