import { FolderOpen, HardDrive, Layers, Plus, X } from 'lucide-react'
import { freeName } from '#domain/plan/edit.ts'
import { bare, type Spot } from '#domain/plan/plan.ts'
import { isDisk } from '#domain/plan/references.ts'
import { gib, showBytes, bytes } from '#domain/units.ts'
import { mountpointProblem } from '#domain/workloads/machine.ts'
import { sizeProblem } from '#domain/workloads/zmount.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { Button } from '#ui/Button.tsx'
import { FieldLine } from '#ui/form/Field.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { Select } from '#ui/Select.tsx'
import { beside, bootingFrom, leavesWith, mounting, unmounting, withBeside } from './beside.ts'
import { fieldOf, type MachineProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { imageOf, type MachineType, type MachineWorkload } from './machine-view.ts'
import { gibProblem } from './sizes.ts'
import { sizeView, type DiskType, type SizeValues } from './size-view.ts'
import { useWorkloadForm } from './usePlanForm.ts'

/** What the machine mounts: disks of its own, and what it shares with others of its contract. */
export function DisksSection(props: MachineProps) {
  const { plan, at, workload, onPlan } = props
  const mounts = workload.data.mounts ?? []
  const others = beside(plan, at).filter(
    (one) => isDisk(one.workload) && !mounts.some(({ name }) => name === one.workload.name),
  )
  const add = (type: 'zmount' | 'volume') => {
    const name = freeName(plan, type === 'zmount' ? 'disk' : 'volume')
    const disk: Workload = { ...bare(name), type, data: { size: gib(10) } }
    onPlan(mounting(withBeside(plan, at, disk), at, name))
  }
  const { member, told } = fieldOf(props)('mounts')
  return (
    <FormSection
      title="Disks"
      actions={
        <>
          <Button size="small" data-member={member} onClick={() => add('zmount')}>
            <Plus />
            Add disk
          </Button>
          <Button size="small" onClick={() => add('volume')}>
            <Plus />
            Add volume
          </Button>
        </>
      }
    >
      {told && (
        <div className="pb-2">
          <FieldLine id="mounts" problem={told.words} mend={told.mend} />
        </div>
      )}
      {mounts.length === 0 && <p className="text-ink-3">None. What is on the root filesystem goes with the machine.</p>}
      <ul aria-label="Disks" className="flex flex-col gap-3">
        {mounts.map(({ name }, i) => (
          <DiskRow key={`${i} ${name}`} {...props} i={i} name={name} />
        ))}
      </ul>
      {others.length > 0 && (
        <div className="pt-3 @md:max-w-60">
          <Select
            aria-label="Mount another"
            value=""
            options={[
              { value: '', name: 'Mount one that is there' },
              ...others.map((one) => ({ value: one.workload.name, name: one.workload.name })),
            ]}
            onChange={(event) => onPlan(mounting(plan, at, event.target.value))}
          />
        </div>
      )}
    </FormSection>
  )
}

const icons = { zmount: HardDrive, volume: FolderOpen, qsfs: Layers }

type RowProps = MachineProps & { i: number; name: string }

function DiskRow({ i, name, ...props }: RowProps) {
  const { plan, at, workload, onPlan } = props
  const found = beside(plan, at).find((one) => one.workload.name === name)
  const type = found?.workload.type
  const Icon = type === 'zmount' || type === 'volume' || type === 'qsfs' ? icons[type] : HardDrive
  const full = imageOf(workload.data.flist)?.kind === 'full'
  const goes = leavesWith(plan, at, name)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_28px] items-start gap-x-3 gap-y-2 @md:grid-cols-[120px_120px_minmax(0,1fr)_28px]">
      <span className="flex min-w-0 items-center gap-2 font-medium @md:pt-7.5">
        <Icon className="i-sm shrink-0 text-ink-3" />
        <span className="truncate">{name}</span>
      </span>
      <span className="col-start-2 row-start-1 @md:col-start-4 @md:pt-6.5">
        <Button
          size="small"
          variant="ghost"
          icon
          aria-label={goes ? `Remove ${name}` : `Unmount ${name}`}
          onClick={() => onPlan(unmounting(plan, at, i))}
        >
          <X />
        </Button>
      </span>
      <span className="@max-md:col-span-2 @md:col-start-2 @md:row-start-1">
        {type === 'zmount' || type === 'volume' ? (
          <DiskSize {...props} disk={found!.at} name={name} />
        ) : (
          <span className="block text-ink-2 @md:pt-7.5">{otherSize(found?.workload)}</span>
        )}
      </span>
      <span className="@max-md:col-span-2 @md:col-start-3 @md:row-start-1">
        {full && i === 0 ? (
          <span className="block text-ink-3 @md:pt-7.5">boot disk</span>
        ) : (
          <Mountpoint {...props} i={i} name={name} canBoot={full && type === 'zmount'} />
        )}
      </span>
    </li>
  )
}

const otherSize = (workload: Workload | undefined) => {
  if (workload === undefined) return 'not in the plan'
  return workload.type === 'qsfs' ? `${showBytes(bytes(Number(workload.data.cache)))} cache` : workload.type
}

function DiskSize({ disk, name, ...props }: MachineProps & { disk: Spot; name: string }) {
  const control = useWorkloadForm<DiskType, SizeValues>({ ...props, at: disk }, sizeView)
  return (
    <NumberField
      control={control}
      name="sizeGiB"
      label={`Size of ${name}`}
      unit="GiB"
      problem={(n) => gibProblem(n, sizeProblem)}
      {...fieldOf({ ...props, at: disk })('size')}
    />
  )
}

type MountValues = { mountpoint: string }

function Mountpoint({ i, name, canBoot, ...props }: RowProps & { canBoot: boolean }) {
  const { plan, at, onPlan } = props
  const field = fieldOf(props)
  const control = useWorkloadForm<MachineType, MountValues>(props, {
    from: ({ data }) => ({ mountpoint: data.mounts?.[i]?.mountpoint ?? '' }),
    to: ({ mountpoint }, workload) =>
      ({
        ...workload,
        data: {
          ...workload.data,
          mounts: (workload.data.mounts ?? []).map((one, k) => (k === i ? { ...one, mountpoint } : one)),
        },
      }) as MachineWorkload,
  })
  const there = field(`mounts.${i}.mountpoint`)
  return (
    <TextField
      control={control}
      name="mountpoint"
      label={`${name} mounted at`}
      mono
      problem={(path) => mountpointProblem(path)?.words}
      {...(canBoot && { action: { words: 'Boot from it', act: () => onPlan(bootingFrom(plan, at, i)) } })}
      {...there}
      {...(!there.told && { told: field(`mounts.${i}.name`).told })}
    />
  )
}
