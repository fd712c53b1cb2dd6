import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { showTft } from '#domain/money.ts'
import { depositMemo, depositUri } from '#domain/stellar.ts'
import { explain } from '#queries/explain.ts'
import { bridgeFees } from '#queries/money.ts'
import { useNetwork } from '#queries/networks.ts'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { QrCode } from '#ui/QrCode.tsx'

/** How TFT come from Stellar: to the bridge's account, with a memo that says whose they are. */
export function Deposit({ twinId }: { twinId: number | undefined }) {
  const network = useNetwork()
  const fees = useQuery(bridgeFees(network))
  const { bridge } = network
  if (twinId === undefined)
    return (
      <Notice
        action={
          <Link to="/account/setup" className="link">
            Set up the account
          </Link>
        }
      >
        The bridge knows whose TFT come by a twin’s number, and this account has no twin yet.
      </Notice>
    )
  if (!bridge)
    return (
      <Notice>
        Where the bridge of {network.name} takes TFT on Stellar is not known here, so nothing can be sent to it. Whoever
        runs this site can add it to config.json as the network’s <span className="mono">bridge</span>.
      </Notice>
    )
  return (
    <div className="flex flex-wrap items-start gap-5">
      <QrCode text={depositUri(bridge, twinId)} label="Address and memo of the bridge, for a Stellar wallet" />
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-3">
        <p className="text-ink-2">
          Send TFT on Stellar to the bridge with this memo; a wallet that reads the code fills in both.{' '}
          <b className="font-medium text-ink">Without the memo they are sent back</b>, less the fee.
        </p>
        <div>
          <div className="label">Bridge on Stellar</div>
          <CopyLine value={bridge.address} what="the bridge’s address" />
        </div>
        <div>
          <div className="label">Memo, as text</div>
          <CopyLine value={depositMemo(twinId)} what="the memo" />
        </div>
        <Facts
          of={[
            [
              'Fee',
              fees.data
                ? `${showTft(fees.data.deposit)} TFT of each deposit`
                : fees.error
                  ? explain(fees.error).title
                  : '…',
            ],
            ['Arrives', 'Minutes later, and shows in the history below'],
          ]}
        />
      </div>
    </div>
  )
}
