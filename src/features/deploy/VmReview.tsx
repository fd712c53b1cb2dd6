import { useQuery } from '@tanstack/react-query'
import type { Node } from '#domain/node.ts'
import { account } from '#queries/account.ts'
import { verified } from '#queries/kyc.ts'
import { useNetwork } from '#queries/networks.ts'
import { tariff } from '#queries/price.ts'
import { AccountNeed } from '#features/account/AccountNeed.tsx'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { Button } from '#ui/Button.tsx'
import { Glyph, type StateKind } from '#ui/State.tsx'
import { PriceLines } from './PriceLines.tsx'
import { vmChecks, type Check } from './vm-checks.ts'
import { wantedCapacity, type VmValues } from './vm-values.ts'

type Props = {
  values: VmValues
  node: Node | undefined
  ports: { data?: { answeredInMs: number } | undefined; error: unknown }
  /** The form was sent once and holds something wrong. */
  invalid: boolean
}

/** What the machine costs, what stands in its way, and the one button on. */
export function VmReview({ values, node, ports, invalid }: Props) {
  const network = useNetwork()
  const asked = useQuery(account(network))
  const open = asked.data ?? undefined
  const price = useQuery(tariff(network))
  const kyc = useQuery({ ...verified(network, open?.address ?? ''), enabled: open?.twinId !== undefined })
  const need = useNeed()
  const wanted = wantedCapacity(values)
  const checks = vmChecks({ need, twinId: open?.twinId, node, wanted, verified: kyc, ports })
  return (
    <aside
      aria-label="Review"
      className="flex flex-col border-line bg-sunken max-rail:border-t rail:min-h-0 rail:border-l"
    >
      <div className="flex flex-col gap-6 p-5 rail:min-h-0 rail:flex-1 rail:overflow-y-auto">
        <PriceLines
          values={values}
          tariff={price.data}
          certified={node?.certified ?? false}
          balance={open?.balance.usable}
          trouble={price.error}
        />
        <section aria-labelledby="checks">
          <h2 id="checks" className="pb-2 text-section">
            Checks
          </h2>
          <ul className="flex flex-col gap-2.5">
            {checks.map((check) => (
              <CheckRow key={check.id} check={check} />
            ))}
          </ul>
          {asked.isSuccess && need && (
            <div className="flex flex-wrap gap-2 pt-3">
              <AccountNeed need={need} />
            </div>
          )}
        </section>
      </div>
      <div className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-sunken p-4">
        <Button
          type="submit"
          variant="primary"
          size="large"
          className="w-full"
          disabledReason={whyNot(checks, price.data === undefined)}
        >
          Review and sign
        </Button>
        <output className={invalid ? 'text-small text-bad' : 'text-small text-ink-3'}>
          {invalid ? 'Something above is not right yet.' : 'Makes 2 contracts with one signature.'}
        </output>
      </div>
    </aside>
  )
}

const glyphs: Record<Check['state'], StateKind> = { ok: 'tick', warn: 'warn', fail: 'failed', wait: 'spin' }
const spoken: Record<Check['state'], string> = { ok: 'Passed', warn: 'Unsure', fail: 'Failed', wait: 'Waiting' }

const CheckRow = ({ check: { state, words, detail } }: { check: Check }) => (
  <li className="flex gap-2.5">
    <Glyph kind={glyphs[state]} className="mt-1.25 size-3" />
    <span>
      <span className="sr-only">{spoken[state]}: </span>
      {words}
      {detail && <span className="block text-small text-ink-3">{detail}</span>}
    </span>
  </li>
)

function whyNot(checks: Check[], priceless: boolean): string | undefined {
  const failed = checks.find(({ state }) => state === 'fail')
  if (failed) return failed.words
  if (checks.some(({ state }) => state === 'wait')) return 'Some checks are still running'
  return priceless ? 'The price is not known yet' : undefined
}
