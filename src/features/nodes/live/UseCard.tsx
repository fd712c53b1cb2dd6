import { minus } from '#domain/capacity.ts'
import { bytes, showBytes, showNumber } from '#domain/units.ts'
import { Ago } from '#ui/Ago.tsx'
import { Bar } from '#ui/Bar.tsx'
import { LiveCard } from './LiveCard.tsx'

/** What is taken, by the node's own count. */
export const UseCard = () => (
  <LiveCard title="Taken, by its own count" question="statistics" lines={6}>
    {({ total, used, system, ...counts }) => {
      const free = minus(total, used)
      const size = (n: number) => showBytes(bytes(n))
      const rows = [
        { name: 'Compute', of: 'cru', show: (n: number) => `${showNumber(n)} vCPU` },
        { name: 'Memory', of: 'mru', show: size },
        { name: 'SSD', of: 'sru', show: size },
        { name: 'HDD', of: 'hru', show: size },
      ] as const
      return (
        <>
          <ul className="flex flex-col pb-1.5">
            {rows.map(({ name, of, show }) => (
              <li key={name} className="grid grid-cols-[72px_minmax(0,1fr)] items-center gap-x-4 py-1.5">
                <span className="text-ink-3">{name}</span>
                {total[of] === 0 ? (
                  <span className="text-ink-3">None</span>
                ) : (
                  <span className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(60px,1fr)_300px]">
                    <Bar large total={total[of]} used={used[of] - system[of]} system={system[of]} />
                    <span>
                      {show(Math.max(0, free[of]))} free <span className="text-ink-3">of {show(total[of])}</span>
                      {system[of] > 0 && <span className="text-ink-3">, {show(system[of])} system</span>}
                    </span>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="border-t border-line py-2.5 text-ink-2">
            Holds{' '}
            {[
              words(counts.deployments, 'deployment'),
              words(counts.workloads, 'workload'),
              counts.publicIps === 0 ? 'no public IPv4' : `${counts.publicIps} public IPv4`,
              ...(counts.connections === undefined ? [] : [words(counts.connections, 'open connection')]),
            ].join(', ')}
            .{' '}
            {counts.lastDeploymentAt !== undefined && (
              <>
                Last deployed to <Ago atMs={counts.lastDeploymentAt * 1000} />.
              </>
            )}
          </p>
        </>
      )
    }}
  </LiveCard>
)

const words = (n: number, noun: string) =>
  n === 0 ? `no ${noun}s` : `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
