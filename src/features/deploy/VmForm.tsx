import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { images } from '#domain/deployment/images.ts'
import { diskProblem } from '#domain/deployment/plan.ts'
import { nameProblem } from '#domain/names.ts'
import { free, type Node } from '#domain/node.ts'
import { reserve } from '#domain/reserve.ts'
import { sshKeyProblem } from '#domain/ssh.ts'
import { gib, showBytes, showNumber, toGib, type Bytes } from '#domain/units.ts'
import {
  coresProblem,
  leastRootSize,
  memoryProblem,
  mountpointProblem,
  rootSizeProblem,
} from '#domain/workloads/machine.ts'
import { sizeProblem } from '#domain/workloads/zmount.ts'
import { Bar } from '#ui/Bar.tsx'
import { CheckField } from '#ui/form/CheckField.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextAreaField } from '#ui/form/TextAreaField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { amounts, imageOf, type VmValues } from './vm-values.ts'

const imageOptions = images.map(({ name, flist }) => ({ value: flist, name }))

type Props = {
  control: Control<VmValues>
  /** Free capacity is shown, and asked to suffice, once a node is chosen. */
  node: Node | undefined
  /** Names of deployments that exist: a second of the same name could not be told from the first. */
  taken: string[]
}

/** The fields of a virtual machine. Every rule is the node's own. */
export function VmForm({ control, node, taken }: Props) {
  const values = useWatch({ control }) as VmValues
  const { cores, memory } = amounts(values)
  const { withDisk } = values
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="machine" className="flex flex-col gap-4">
        <h2 id="machine" className="text-section">
          Machine
        </h2>
        <div className="grid gap-4 @md:grid-cols-2">
          <TextField
            control={control}
            name="name"
            label="Name"
            placeholder="web1"
            help="Letters, digits and _"
            problem={(name) => machineNameProblem(name, taken)}
          />
          <SelectField
            control={control}
            name="image"
            label="Image"
            options={imageOptions}
            help={imageOf(values).kind === 'full' && 'Boots from the disk below'}
            problem={(image) => (withDisk ? undefined : diskProblem(imageOf({ image }), undefined)?.words)}
          />
        </div>
        <div className="grid gap-4 @lg:grid-cols-3">
          <NumberField
            control={control}
            name="cores"
            label="vCPU"
            unit="cores"
            help={node && `${node.total.cru} on the node, shared`}
            under={node && <Bar total={node.total.cru} used={node.used.cru} you={cores} />}
            problem={(n) => coresProblem(n)?.words ?? tooMany(n, node)}
          />
          <NumberField
            control={control}
            name="memoryGiB"
            label="Memory"
            unit="GiB"
            help={node && `${showNumber(toGib(free(node).mru))} free`}
            under={node && <MemoryBar node={node} wanted={memory} />}
            problem={(n) => amountProblem(n, memoryProblem) ?? tooMuch(gib(n), node && free(node).mru)}
          />
          <NumberField
            control={control}
            name="rootGiB"
            label="Root filesystem"
            unit="GiB"
            help={`0 takes the least, ${showBytes(leastRootSize(cores, memory))}`}
            problem={(n) => amountProblem(n, (size) => rootSizeProblem(size, cores, memory))}
          />
        </div>
      </section>
      <section aria-labelledby="disk" className="border-t border-line pt-5">
        <h2 id="disk" className="pb-2 text-section">
          Disk
        </h2>
        <CheckField
          control={control}
          name="withDisk"
          label="Add a disk"
          help="What is on it outlives a restart; SSD, mounted in the machine"
        />
        {withDisk && (
          <div className="grid gap-4 pt-3 @md:grid-cols-2">
            <NumberField
              control={control}
              name="diskGiB"
              label="Disk size"
              unit="GiB"
              help={node && `${showBytes(free(node).sru)} free`}
              problem={(n) => amountProblem(n, sizeProblem) ?? tooMuch(gib(n), node && free(node).sru)}
            />
            <TextField
              control={control}
              name="mountpoint"
              label="Mounted at"
              mono
              problem={(path) => mountpointProblem(path)?.words}
            />
          </div>
        )}
      </section>
      <section aria-labelledby="access" className="border-t border-line pt-5">
        <h2 id="access" className="pb-2 text-section">
          Access
        </h2>
        <TextAreaField
          control={control}
          name="sshKey"
          label="SSH public key"
          mono
          rows={3}
          placeholder="ssh-ed25519 AAAA… you@laptop"
          help="From ~/.ssh/id_ed25519.pub on your computer; several, one to a line"
          problem={(key) => sshKeyProblem(key)?.words}
        />
      </section>
    </div>
  )
}

const MemoryBar = ({ node, wanted }: { node: Node; wanted: Bytes }) => {
  const system = reserve(node.total).mru
  return <Bar total={node.total.mru} used={Math.max(0, node.used.mru - system)} system={system} you={wanted} />
}

const machineNameProblem = (name: string, taken: string[]) =>
  nameProblem(name)?.words ?? (taken.includes(name) ? `You have a deployment called ${name} already` : undefined)

const amountProblem = (n: number, problem: (size: Bytes) => { words: string } | undefined) =>
  Number.isNaN(n) || n < 0 ? 'Enter a number' : problem(gib(n))?.words

const tooMuch = (wanted: Bytes, room: Bytes | undefined) =>
  room !== undefined && wanted > room ? `The node has ${showBytes(room)} free` : undefined

const tooMany = (cores: number, node: Node | undefined) =>
  node && cores > node.total.cru ? `The node has ${node.total.cru} cores` : undefined
