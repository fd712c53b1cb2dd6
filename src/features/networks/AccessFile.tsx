import { Download } from 'lucide-react'
import { wireGuardFile, type Access, type PrivateNetwork } from '#domain/private-network.ts'
import { Button } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { download } from '#ui/download.ts'
import { accessName } from './access-name.ts'

/** A person's WireGuard file for a network, as text, to keep, and for a phone's camera. */
export function AccessFile({ network, access }: { network: PrivateNetwork; access: Access }) {
  const file = wireGuardFile(network, access)
  const name = accessName(network, access)
  if (file === undefined) return <Notice tone="warn">{whyNone(network, access)}</Notice>
  return (
    <div className="flex flex-wrap items-start gap-4">
      <QrCode text={file} label={`WireGuard file of ${name}, as a QR code`} />
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-2">
        <textarea
          readOnly
          aria-label={`WireGuard file of ${name}`}
          className="mono block w-full resize-none overflow-auto rounded-md border border-line bg-sunken px-3 py-2 text-small whitespace-pre"
          rows={file.split('\n').length}
          value={file}
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" onClick={() => download(`${name}.conf`, file)}>
            <Download />
            Download {name}.conf
          </Button>
          <CopyButton value={file} what="the WireGuard file" />
        </div>
        <p className="text-small text-ink-3">It holds a private key: whoever has it gets into the network.</p>
      </div>
    </div>
  )
}

function whyNone({ members }: PrivateNetwork, { nodeId }: Access): string {
  const member = members.find((one) => one.nodeId === nodeId)
  if (!member) return `Node ${nodeId}, over which this way in leads, is not in the network any more.`
  if (member.state === 'asked') return `Node ${nodeId} is being asked for its key.`
  if (!member.privateKey) return `Node ${nodeId} does not answer, and it alone tells the key that the file needs.`
  return `Nobody can call node ${nodeId}: it is hidden.`
}
