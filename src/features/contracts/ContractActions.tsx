import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract } from '#domain/contract.ts'
import type { Standing } from '#domain/standing.ts'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { CancelSheet } from './CancelSheet.tsx'
import { SettleSheet } from './SettleSheet.tsx'

const verbs = { node: 'Cancel contract', name: 'Release the name', rent: 'Release the node' }

/** What its owner can do with a contract; others see that it is not theirs. */
export function ContractActions({ contract, standing }: { contract: Contract; standing: Standing | undefined }) {
  const mine = useQuery(account(useNetwork())).data?.twinId === contract.twinId
  /** As it stood when it was pressed: what is done changes it, and its sheet goes on. */
  const [doing, setDoing] = useState<{ what: 'cancel' | 'settle'; standing: Standing }>()
  const close = () => setDoing(undefined)
  if (doing?.what === 'settle') return <SettleSheet of={[doing.standing]} onClose={close} />
  if (doing) return <CancelSheet contracts={[contract]} of={new Map([[contract.id, doing.standing]])} onClose={close} />
  if (!standing) return null
  if (!mine) return <span className="text-ink-3">Another twin’s</span>
  return (
    <>
      {standing.grace && !standing.rent?.inGrace && (
        <Button variant="primary" onClick={() => setDoing({ what: 'settle', standing })}>
          Settle
        </Button>
      )}
      <Button variant="danger" onClick={() => setDoing({ what: 'cancel', standing })}>
        {verbs[contract.kind]}
      </Button>
    </>
  )
}
