import { free, type Node } from '#domain/node.ts'
import { reserve } from '#domain/reserve.ts'
import { bytes, showBytes, showNumber } from '#domain/units.ts'
import { Bar } from '#ui/Bar.tsx'

/** What is left of a node, beside what others use and what ZOS keeps for itself. */
export function FreeCapacity({ node }: { node: Node }) {
  const left = free(node)
  const kept = reserve(node.total)
  const size = (n: number) => showBytes(bytes(n))
  return (
    <section aria-label="Free capacity">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-3">
        <h2 className="text-section">Free capacity</h2>
        <span className="ml-auto flex gap-4 text-small text-ink-2" aria-hidden="true">
          <Key className="bg-used" name="Used" />
          <Key className="bg-system" name="System" />
          <Key className="bg-track" name="Free" />
        </span>
      </div>
      <div className="grid grid-cols-2 gap-x-8 gap-y-6 rail:grid-cols-4">
        <Kind
          name="Compute"
          free={left.cru}
          total={node.total.cru}
          system={kept.cru}
          show={(n) => `${showNumber(n)} vCPU`}
        />
        <Kind name="Memory" free={left.mru} total={node.total.mru} system={kept.mru} show={size} />
        <Kind name="SSD" free={left.sru} total={node.total.sru} system={kept.sru} show={size} />
        <Kind name="HDD" free={left.hru} total={node.total.hru} system={kept.hru} show={size} />
      </div>
    </section>
  )
}

const Key = ({ className, name }: { className: string; name: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <i className={`size-2 rounded-[2px] ${className}`} />
    {name}
  </span>
)

type KindProps = { name: string; free: number; total: number; system: number; show: (n: number) => string }

function Kind({ name, free: left, total, system, show }: KindProps) {
  const inUse = Math.max(0, total - left - system)
  const [figure, unit] = show(Math.max(0, left)).split(' ')
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="font-normal tracking-normal text-ink-2">{name}</h3>
        {total > 0 && <span className="text-small text-ink-3">of {show(total)}</span>}
      </div>
      <div className="flex items-baseline gap-1.5">
        <span className="text-figure font-[500] tracking-[-0.02em]">{total > 0 ? figure : 'None'}</span>
        {total > 0 && <span className="text-ink-3">{unit}</span>}
      </div>
      <Bar large total={total} used={inUse} system={total > 0 ? system : 0} />
      <div className="text-small text-ink-3">
        {total > 0
          ? [inUse > 0 ? `${show(inUse)} in use` : 'Nothing in use', system > 0 && `${show(system)} system`]
              .filter(Boolean)
              .join(', ')
          : 'No disks of this kind'}
      </div>
    </div>
  )
}
