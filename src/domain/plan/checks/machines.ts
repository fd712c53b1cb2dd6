import type { Workload } from '#domain/deployment/deployment.ts'
import { bytes, mib, showBytes } from '#domain/units.ts'
import { mountpointProblem } from '#domain/workloads/machine.ts'
import { catalogue } from '../catalogue.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { placed, type Placed, type Plan, type Spot } from '../plan.ts'
import { find } from '../references.ts'
import { withField } from './field.ts'
import { about, fix } from './row.ts'

export type PlacedMachine = Placed<Workload<'zmachine'> | Workload<'zmachine-light'>>

export const machinesOf = (plan: Plan): PlacedMachine[] =>
  placed(plan).filter(
    (one): one is PlacedMachine => one.workload.type === 'zmachine' || one.workload.type === 'zmachine-light',
  )

/** What nodes look at only while they start a machine, its addresses aside. */
export const machineChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  machinesOf(plan).flatMap((one) => [
    ...imageChecks(plan, one),
    ...mountpointChecks(plan, one),
    ...coresChecks(plan, facts, one),
    ...keyChecks(plan, one),
  ])

/** Of the disk in a full machine's flist. Ubuntu's cloud images are so big before they grow. */
const imageSize = mib(2252)

/** Source: zosbase pkg/primitives/vm/vm.go, utils.go prepVirtualMachine */
function imageChecks(plan: Plan, { at, workload: { data } }: PlacedMachine): Check[] {
  if (!data.flist) return [about(plan, 'fail', 'image', at, 'flist', 'give it one to start with')]
  const image = catalogue.find(({ flist }) => flist === data.flist)
  if (!image)
    return [
      about(plan, 'warn', 'image', at, 'flist', 'it is none of the known ones', {
        detail: 'If it brings its own kernel, it boots from the first disk',
      }),
    ]
  if (image.kind !== 'full') return []
  const [first] = data.mounts ?? []
  if (!first) return [about(plan, 'fail', 'boot', at, 'mounts', `${image.name} boots from the first disk: add one`)]
  const disk = find(plan, at, first.name, 'mount')?.workload
  if (!disk) return []
  if (disk.type !== 'zmount')
    return [
      about(plan, 'fail', 'boot', at, 'mounts.0.name', `${image.name} boots from a disk, not from “${first.name}”`),
    ]
  const isSmall = Number(disk.data.size) < imageSize
  return isSmall
    ? [
        about(
          plan,
          'fail',
          'boot',
          at,
          'mounts.0.name',
          `${image.name} does not fit on ${showBytes(bytes(Number(disk.data.size)))}`,
          {
            detail: `Give ${first.name} ${showBytes(imageSize)} or more`,
          },
        ),
      ]
    : []
}

const isFull = (flist: string) => catalogue.some((image) => image.kind === 'full' && image.flist === flist)

/** Where a full machine's first disk goes is its own affair. Source: zosbase pkg/vm.go Validate */
function mountpointChecks(plan: Plan, { at, workload: { data } }: PlacedMachine): Check[] {
  const mounts = data.mounts ?? []
  const first = isFull(data.flist) ? 1 : 0
  return mounts.flatMap(({ name, mountpoint }, i) => {
    const field = `mounts.${i}.mountpoint`
    const row = (state: Check['state'], words: string) =>
      about(plan, state, `mountpoint ${i}`, at, field, words, fixed(plan, at, field, `/mnt/${name}`))
    const problem = i < first ? undefined : mountpointProblem(mountpoint ?? '')
    if (problem) return row(problem.said === '' ? 'warn' : 'fail', problem.words)
    const isTwice = i >= first && mounts.slice(first, i).some((one) => one.mountpoint === mountpoint)
    return isTwice ? row('warn', `${mountpoint} hides what is mounted there before`) : []
  })
}

const fixed = (plan: Plan, at: Spot, field: string, value: string) =>
  fix(`Use ${value}`, withField(plan, at, field, value))

/** Source: zosbase pkg/vm.go Validate */
function coresChecks(plan: Plan, facts: PlanFacts, { at, workload: { data } }: PlacedMachine): Check[] {
  const { node: id } = plan.nodes[at.node]!
  const told = facts.nodes.get(id ?? -1)
  const cores = (told?.capacity.data?.total ?? told?.node.data?.total)?.cru
  if (cores === undefined || !(data.compute_capacity?.cpu > cores)) return []
  const field = 'compute_capacity.cpu'
  return [
    about(plan, 'fail', 'cores', at, field, `node ${id} has ${cores} in all`, {
      ...fix(`Use ${cores}`, withField(plan, at, field, cores)),
    }),
  ]
}

/** Images take whoever may enter from this variable; without, nobody can. */
const keyChecks = (plan: Plan, { at, workload: { data } }: PlacedMachine): Check[] =>
  data.env?.SSH_KEY?.trim() === ''
    ? [about(plan, 'warn', 'ssh', at, 'env.SSH_KEY', 'without one nobody gets in', { detail: 'Add a public key' })]
    : []
