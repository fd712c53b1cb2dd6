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
export function ContractActions({ contract, standing }: { contract: Contract; standing: Standing }) {
  const mine = useQuery(account(useNetwork())).data?.twinId === contract.twinId
  const [doing, setDoing] = useState<'cancel' | 'settle'>()
  const close = () => setDoing(undefined)
  if (!mine) return <span className="text-ink-3">Another twin’s</span>
  return (
    <>
      {standing.grace && !standing.rent?.inGrace && (
        <Button variant="primary" onClick={() => setDoing('settle')}>
          Settle
        </Button>
      )}
      <Button variant="danger" onClick={() => setDoing('cancel')}>
        {verbs[contract.kind]}
      </Button>
      {doing === 'cancel' && (
        <CancelSheet contracts={[contract]} of={new Map([[contract.id, standing]])} onClose={close} />
      )}
      {doing === 'settle' && <SettleSheet of={[standing]} onClose={close} />}
    </>
  )
}
