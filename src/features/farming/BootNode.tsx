import type { Farm } from '#domain/farm.ts'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Panel } from '#ui/Panel.tsx'

/** How a machine becomes a node of the farm. */
export const BootNode = ({ farm: { id } }: { farm: Farm }) => (
  <Panel title="Add a node">
    <ol className="flex list-decimal flex-col gap-1 py-2 pl-4 text-ink-2">
      <li>Make a boot medium of ZOS for this network at the bootstrap service, for farm {id}.</li>
      <li>Turn on virtualisation in the machine’s BIOS, and wake-on-LAN if it is to sleep.</li>
      <li>Empty its disks, plug in a network cable with DHCP behind it, and boot.</li>
      <li>It registers itself, and is in the list above some minutes later.</li>
    </ol>
    <div className="pt-1 pb-2">
      <CopyLine what="the kernel parameter" value={`farmer_id=${id}`} />
    </div>
  </Panel>
)
