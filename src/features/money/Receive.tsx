import { useNetwork } from '#queries/networks.ts'
import { CopyLine } from '#ui/CopyLine.tsx'
import { QrCode } from '#ui/QrCode.tsx'

/** Where TFT of this network are sent to. */
export function Receive({ address }: { address: string }) {
  const network = useNetwork()
  return (
    <div className="flex flex-wrap items-start gap-5">
      <QrCode text={address} label="Your address" />
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-3">
        <CopyLine value={address} what="your address" />
        <p className="text-ink-2">
          Send it TFT on {network.name}, from any account there. TFT on Stellar come over the bridge: see From Stellar.
          What comes shows here with its block.
        </p>
      </div>
    </div>
  )
}
