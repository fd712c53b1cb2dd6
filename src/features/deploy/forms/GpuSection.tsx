import { useId } from 'react'
import type { Gpu, Node } from '#domain/node.ts'
import { withWorkload, type Plan } from '#domain/plan/plan.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { FieldLine } from '#ui/form/Field.tsx'
import { fieldOf, nodeOf, type MachineProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import type { MachineWorkload } from './machine-view.ts'

/** The node's cards, where it has any; and those that the machine asks for although it has none. */
export function GpuSection(props: MachineProps) {
  const known = nodeOf(props)
  const cards = known?.gpus.data ?? known?.node.data?.gpus ?? []
  const wanted = props.workload.data.gpu ?? []
  const lost = wanted.filter((id) => !cards.some((card) => card.id === id))
  if (cards.length === 0 && lost.length === 0) return null
  const unrented = known?.node.data && rentProblem(known.node.data, props.facts.twinId)
  return (
    <FormSection title="GPU">
      <ul className="flex flex-col gap-2">
        {cards.map((card) => (
          <CardRow key={card.id} {...props} id={card.id} card={card} problem={unrented ?? usedBy(card)} />
        ))}
        {lost.map((id) => (
          <CardRow key={id} {...props} id={id} problem="The node has no such card" />
        ))}
      </ul>
    </FormSection>
  )
}

/** Source: zosbase pkg/primitives/vm/vm.go */
const rentProblem = (node: Node, twinId: number | undefined) =>
  node.rentedByTwinId === 0 || node.rentedByTwinId !== twinId
    ? 'Only who rents the whole node can use it: rent it first'
    : undefined

const usedBy = ({ contractId }: Gpu) => (contractId === 0 ? undefined : `Used by contract ${contractId}`)

type RowProps = MachineProps & { id: string; card?: Gpu; problem: string | undefined }

function CardRow({ id, card, problem, ...props }: RowProps) {
  const { plan, at, workload, onPlan } = props
  const line = useId()
  const place = (workload.data.gpu ?? []).indexOf(id)
  const isOn = place !== -1
  const { member, told } = fieldOf(props)(`gpu.${place}`)
  return (
    <li>
      <label className="flex min-h-8 items-center gap-2.5">
        <input
          type="checkbox"
          className="check"
          data-member={isOn ? member : undefined}
          aria-describedby={`${line}-line`}
          // What is on already can be let go, whatever the reason.
          disabled={problem !== undefined && !isOn}
          checked={isOn}
          onChange={() => onPlan(withCard(plan, at, id, !isOn))}
        />
        <span className="min-w-0">
          {card ? (
            <>
              <span className="font-medium">{card.device}</span> <span className="text-ink-3">{card.vendor}</span>
            </>
          ) : (
            <span className="mono">{id}</span>
          )}
        </span>
      </label>
      <div className="pl-6.5">
        <FieldLine
          id={line}
          problem={isOn ? (told?.words ?? problem) : undefined}
          mend={isOn ? told?.mend : undefined}
          help={problem ?? <span className="mono">{id}</span>}
        />
      </div>
    </li>
  )
}

const withCard = (plan: Plan, at: MachineProps['at'], id: string, isOn: boolean): Plan =>
  withWorkload(plan, at, (workload) => {
    const { data } = workload as MachineWorkload
    const others = (data.gpu ?? []).filter((one) => one !== id)
    return { ...workload, data: { ...data, gpu: isOn ? [...others, id] : others } } as Workload
  })
