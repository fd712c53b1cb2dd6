import { useQuery } from '@tanstack/react-query'
import { isLetWhole, nextLevel, nodePrice, percentOff, priceLines, type Terms } from '#domain/node-price.ts'
import { showTft, showUsd, toUsd } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { PopoverAt } from '#ui/Popover.tsx'

type Props = { node: Node; pressed: HTMLElement; terms: Terms; onClose: () => void }

/** How the price of a node comes about, beside the price that was pressed. */
export const PriceAnswer = ({ node, pressed, terms, onClose }: Props) => (
  <PopoverAt label={`Price of node ${node.id}`} anchor={pressed} onClose={onClose}>
    <PriceOfNode node={node} terms={terms} />
  </PopoverAt>
)

/** What all of a node costs this account: line by line, a month and an hour, and what would make it cheaper. */
export function PriceOfNode({ node, terms }: { node: Node; terms: Terms }) {
  const isKnown = useQuery(account(useNetwork())).data != null
  const { hourly, monthly, monthlyUsd } = nodePrice(node, terms)
  const next = nextLevel(node, terms)
  const whole = isLetWhole(node)
  const rent = !whole && node.rentable ? nodePrice(node, terms, true) : undefined
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-lead">
        Node {node.id}, {whole ? 'rented whole' : 'all of it, shared'}
      </h2>
      <table className="w-full text-small">
        <tbody>
          {priceLines(node, terms).map(({ name, how, usd }) => (
            <tr key={name}>
              <th scope="row" className="py-0.5 text-left font-normal">
                {name} <span className="text-ink-3">{how}</span>
              </th>
              <td className="text-right">{signed(usd)}</td>
            </tr>
          ))}
          <tr className="font-medium [&>*]:border-t [&>*]:border-line-strong [&>*]:pt-1.5">
            <th scope="row" className="text-left font-medium">
              A month
            </th>
            <td className="text-right">
              {showTft(monthly)} TFT <span className="font-normal text-ink-3">{showUsd(monthlyUsd)}</span>
            </td>
          </tr>
          <tr>
            <th scope="row" className="text-left font-normal">
              An hour
            </th>
            <td className="text-right">
              {showTft(hourly, 4)} TFT{' '}
              <span className="text-ink-3">{showUsd(toUsd(hourly, terms.milliUsdPerTft))}</span>
            </td>
          </tr>
        </tbody>
      </table>
      <div className="flex flex-col gap-1 text-small text-ink-2">
        {rent && (
          <p>
            Rented whole instead: {showTft(rent.monthly)} TFT, {showUsd(rent.monthlyUsd)} a month.
          </p>
        )}
        {next && (
          <p>
            −{percentOff(next.level)} % with {showTft(next.balance, 0)} TFT in{' '}
            {isKnown ? 'your account' : 'an account; none is open, so there is no discount'}.
          </p>
        )}
        <p className="text-ink-3">The chain counts a TFT as ${terms.milliUsdPerTft / 1000} and bills every hour.</p>
      </div>
    </div>
  )
}

const signed = (usd: number) => (usd < 0 ? `−${showUsd(-usd)}` : showUsd(usd))
