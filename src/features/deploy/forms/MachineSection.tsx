import { minus } from '#domain/capacity.ts'
import { catalogue } from '#domain/plan/catalogue.ts'
import { withWorkload } from '#domain/plan/plan.ts'
import { reserve } from '#domain/reserve.ts'
import { bytes, showBytes, showNumber, toGib } from '#domain/units.ts'
import { coresProblem, leastRootSize, memoryProblem, rootSizeProblem } from '#domain/workloads/machine.ts'
import { Bar } from '#ui/Bar.tsx'
import { ComboField, type ComboOption } from '#ui/form/ComboField.tsx'
import { Field } from '#ui/form/Field.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { fieldOf, nodeOf, type MachineProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { imageOf, machineView, type MachineType, type MachineValues, type MachineWorkload } from './machine-view.ts'
import { NameField } from './NameField.tsx'
import { gibProblem } from './sizes.ts'
import { useWorkloadForm } from './usePlanForm.ts'

const imageOptions: ComboOption[] = catalogue.map(({ name, flist, kind }) => ({
  value: flist,
  name,
  about: kind === 'full' ? 'own kernel, boots from a disk' : 'micro',
}))

/** What the machine is made of. */
export function MachineSection(props: MachineProps) {
  const control = useWorkloadForm<MachineType, MachineValues>(props, machineView)
  const field = fieldOf(props)
  const { data } = props.workload
  const cores = data.compute_capacity?.cpu ?? 0
  const memory = data.compute_capacity?.memory ?? 0
  const room = roomOf(props)
  return (
    <FormSection title="Machine">
      <div className="grid gap-4 @md:grid-cols-[160px_minmax(0,1fr)]">
        <NameField {...props} />
        <ComboField
          control={control}
          name="flist"
          label="Image"
          options={imageOptions}
          free={(typed) => typed.includes('/')}
          placeholder="Find one, or write an address"
          help={imageOf(data.flist) ? undefined : 'The address of an flist, such as one of hub.grid.tf'}
          problem={(flist) => (flist === '' ? 'Choose what it starts with' : undefined)}
          {...field('flist')}
        />
      </div>
      <Flavours {...props} />
      <div className="grid grid-cols-2 gap-4 pt-3 @md:grid-cols-3">
        <NumberField
          control={control}
          name="cores"
          label="vCPU"
          unit="cores"
          help={room && `${showNumber(Math.max(0, room.cores.total - room.cores.used))} free, ${cores} for you`}
          under={room && <Bar {...room.cores} you={cores} />}
          problem={(n) => coresProblem(n)?.words}
          {...field('compute_capacity.cpu')}
        />
        <NumberField
          control={control}
          name="memoryGiB"
          label="Memory"
          unit="GiB"
          help={room && `${showNumber(room.freeGiB)} free, ${showNumber(toGib(bytes(Number(memory))))} for you`}
          under={room && <Bar {...room.memory} you={Number(memory)} />}
          problem={(n) => gibProblem(n, memoryProblem)}
          {...field('compute_capacity.memory')}
        />
        <div className="@max-md:col-span-2">
          {imageOf(data.flist)?.kind === 'full' ? (
            <BootsFromDisk disk={data.mounts?.[0]?.name} />
          ) : (
            <NumberField
              control={control}
              name="rootGiB"
              label="Root filesystem"
              unit="GiB"
              help={`0 takes the least, ${showBytes(leastRootSize(cores, memory))}`}
              problem={(n) => gibProblem(n, (size) => rootSizeProblem(size, cores, memory))}
              {...field('size')}
            />
          )}
        </div>
      </div>
    </FormSection>
  )
}

/** What the node has, by its own count, else by the proxy's. */
function roomOf(props: MachineProps) {
  const known = nodeOf(props)
  const { total, used } = known?.capacity.data ?? known?.node.data ?? {}
  if (!total || !used) return undefined
  const system = Math.min(reserve(total).mru, used.mru)
  return {
    cores: { total: total.cru, used: used.cru },
    memory: { total: total.mru, used: used.mru - system, system },
    freeGiB: Math.max(0, toGib(minus(total, used).mru)),
  }
}

const BootsFromDisk = ({ disk }: { disk: string | undefined }) => (
  <Field
    id="root-of-disk"
    label="Root filesystem"
    problem={undefined}
    help={`This image boots from ${disk ?? 'a disk: add one'}`}
  >
    <span className="input border-dashed! bg-transparent! text-ink-3">
      <input id="root-of-disk" disabled value="–" />
      <span className="unit">GiB</span>
    </span>
  </Field>
)

const flavours = [
  { cores: 1, memoryGiB: 2 },
  { cores: 2, memoryGiB: 4 },
  { cores: 4, memoryGiB: 8 },
  { cores: 8, memoryGiB: 16 },
]

/** Sizes that many take, at one press. */
const Flavours = ({ plan, at, workload, onPlan }: MachineProps) => {
  const now = machineView.from(workload)
  return (
    <fieldset aria-label="Sizes" className="flex flex-wrap gap-2 pt-1">
      {flavours.map(({ cores, memoryGiB }) => (
        <button
          key={cores}
          type="button"
          className="btn btn-sm aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          aria-pressed={now.cores === cores && now.memoryGiB === memoryGiB}
          onClick={() =>
            onPlan(
              withWorkload(plan, at, (one) => machineView.to({ ...now, cores, memoryGiB }, one as MachineWorkload)),
            )
          }
        >
          {cores} vCPU, {memoryGiB} GiB
        </button>
      ))}
    </fieldset>
  )
}
