import { useQueries } from '@tanstack/react-query'
import { explain } from '#queries/explain.ts'
import { health, services, type Health, type Measure, type Service } from '#queries/health.ts'
import { serviceNames, useNetwork } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import { Glance } from '#ui/Glance.tsx'
import { Glyph, type StateKind } from '#ui/State.tsx'

type Told = { id: Service; name: string; kind: StateKind; words: string; health: Health | undefined; place: string }

/** How the services of the network answer: a dot for each, and on it where it is, how fast and what was last wrong. */
export function HealthDots() {
  const network = useNetwork()
  const measured = useQueries({ queries: services.map((id) => health(network, id)) })
  const told = services.map((id, i): Told => {
    const { data } = measured[i]!
    return { id, name: serviceNames[id], ...stateOf(data), health: data, place: network[id] }
  })
  const bad = told.filter(({ kind }) => kind === 'down')
  const summary: [StateKind, string] =
    bad.length > 0
      ? ['down', `${bad.map(({ name }) => name).join(', ')} down`]
      : told.some(({ kind }) => kind === 'waiting')
        ? ['waiting', 'Asking']
        : told.some(({ kind }) => kind === 'warn')
          ? ['warn', 'Second stack']
          : ['up', 'All answer']
  return (
    <Glance
      said={told.map(({ name, words }) => `${name}: ${words}.`).join(' ')}
      trigger={
        <button
          type="button"
          className="btn btn-ghost btn-sm min-w-0 font-normal!"
          aria-label={`Services: ${summary[1]}`}
        >
          <span className="inline-flex items-center gap-1.5 full:hidden">
            <Glyph kind={summary[0]} />
            {summary[1]}
          </span>
          {told
            .filter(({ id, kind }) => id !== 'kyc' || kind === 'down')
            .map(({ id, name, kind, health: of }) => (
              <span key={id} className="hidden items-center gap-1.5 pr-2 full:inline-flex">
                <Glyph kind={kind} />
                {name}
                <span className="text-ink-3 tabular-nums">{shortOf(of)}</span>
              </span>
            ))}
        </button>
      }
    >
      <ul className="flex flex-col gap-3">
        {told.map((one) => (
          <Row key={one.id} {...one} />
        ))}
      </ul>
    </Glance>
  )
}

const answered = (of: Measure | undefined) =>
  of?.latencyMs === undefined ? undefined : `${Math.round(of.latencyMs)} ms`
const shortOf = (of: Health | undefined) => of && (answered(of.first) ?? answered(of.second) ?? 'down')

function stateOf(of: Health | undefined): { kind: StateKind; words: string } {
  if (!of) return { kind: 'waiting', words: 'not asked yet' }
  const [first, second] = [answered(of.first), answered(of.second)]
  if (first !== undefined) return { kind: 'up', words: `answered in ${first}` }
  if (second !== undefined) return { kind: 'warn', words: `second stack, answered in ${second}` }
  return { kind: 'down', words: explain(of.first.error).title }
}

const Row = ({ name, kind, words, health: of, place }: Told) => (
  <li>
    <div className="flex items-center gap-1.5">
      <Glyph kind={kind} />
      <b className="font-medium">{name}</b>
      <span className="text-ink-2">{words}</span>
    </div>
    <div className="mono pl-4 text-small break-all text-ink-3">{place}</div>
    {kind !== 'down' && of?.lastFailure && (
      <div className="pl-4 text-small text-ink-3">
        Last error <Ago atMs={of.lastFailure.atMs} />: {explain(of.lastFailure.error).title}
      </div>
    )}
  </li>
)
