import { showBytes } from '#domain/units.ts'
import { State } from '#ui/State.tsx'
import { cardName } from '#features/nodes/card-name.ts'
import { LiveCard } from './LiveCard.tsx'

export const LiveGpus = () => (
  <LiveCard title="Graphics cards" question="cards" lines={1}>
    {(cards) =>
      cards.length === 0 ? (
        <p className="py-1.5 text-ink-2">It has none.</p>
      ) : (
        <ul>
          {cards.map((card) => (
            <li key={card.id} className="flex flex-col gap-0.5 border-t border-line py-2.5 first:border-0">
              <span className="flex flex-wrap justify-between gap-x-3">
                <span className="font-medium">
                  {cardName(card)}
                  {card.memory !== undefined && (
                    <span className="font-normal text-ink-3"> {showBytes(card.memory)}</span>
                  )}
                </span>
                {card.contractId === 0 ? <State kind="up">Free</State> : <State kind="paused">Taken</State>}
              </span>
              <span className="flex flex-wrap justify-between gap-x-3 text-small text-ink-3">
                <span className="mono">{card.id}</span>
                {card.contractId !== 0 && (
                  <span>
                    by contract <span className="mono">{card.contractId}</span>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )
    }
  </LiveCard>
)
