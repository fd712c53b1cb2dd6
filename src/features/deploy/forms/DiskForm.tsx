import { minus } from '#domain/capacity.ts'
import { showBytes } from '#domain/units.ts'
import { sizeProblem } from '#domain/workloads/zmount.ts'
import { NumberField } from '#ui/form/NumberField.tsx'
import { fieldOf, nodeOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { MoreSection } from './MoreSection.tsx'
import { NameField } from './NameField.tsx'
import { gibProblem } from './sizes.ts'
import { sizeView, type DiskType, type SizeValues } from './size-view.ts'
import { UsedBy } from './UsedBy.tsx'
import { useWorkloadForm } from './usePlanForm.ts'

/** A disk of a machine's own, or a volume that several share. */
export function DiskForm(props: FormProps<'zmount'> | FormProps<'volume'>) {
  const { workload } = props
  return (
    <>
      <FormSection title={workload.type === 'zmount' ? 'Disk' : 'Volume'}>
        <div className="grid gap-4 @md:grid-cols-2">
          <NameField {...props} />
          <SizeField {...props} />
        </div>
        <p className="pt-3 text-ink-2">{about[workload.type]}</p>
      </FormSection>
      <UsedBy {...props} title="Mounted by" nobody="No machine mounts it. Add it under Disks of a machine." />
      <MoreSection {...props} />
    </>
  )
}

const about = {
  zmount: 'A raw disk on SSD for one machine. What is on it outlives a restart; it can grow later, not shrink.',
  volume: 'A folder on SSD that several machines of the same contract can share. It can grow later, not shrink.',
}

/** The size of anything that has one, against what the node has left of SSD. */
export function SizeField(props: FormProps<'zmount'> | FormProps<'volume'>) {
  const control = useWorkloadForm<DiskType, SizeValues>(props, sizeView)
  const capacity = nodeOf(props)?.capacity.data
  return (
    <NumberField
      control={control}
      name="sizeGiB"
      label="Size"
      unit="GiB"
      help={capacity && `${showBytes(minus(capacity.total, capacity.used).sru)} of SSD free on the node`}
      problem={(n) => gibProblem(n, sizeProblem)}
      {...fieldOf(props)('size')}
    />
  )
}
