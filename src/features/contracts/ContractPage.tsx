import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import type { Contract } from '#domain/contract.ts'
import type { Standing } from '#domain/standing.ts'
import { ContractName, kinds } from '#features/nodes/contract-columns.tsx'
import { oneContract } from '#queries/contracts.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Bills } from './Bills.tsx'
import { ContractActions } from './ContractActions.tsx'
import { ContractState } from './ContractState.tsx'
import { Ended } from './Ended.tsx'
import { GraceNotice } from './GraceNotice.tsx'
import { Holds } from './Holds.tsx'
import { Payment } from './Payment.tsx'
import { useStandings } from './useStandings.ts'

export function ContractPage() {
  const { contractId } = useParams({ from: '/contracts/$contractId' })
  return /^[1-9]\d{0,14}$/.test(contractId) ? (
    <KnownId key={contractId} id={Number(contractId)} />
  ) : (
    <NoId text={contractId} />
  )
}

const back = (
  <Link to="/contracts" className={buttonClass()}>
    See your contracts
  </Link>
)

function KnownId({ id }: { id: number }) {
  const found = useQuery(oneContract(useNetwork(), id))
  const standings = useStandings(found.data ? [found.data] : [])
  const standing = standings.data?.get(id)
  return (
    <Page
      title={`Contract ${id}`}
      breadcrumbs={
        <Breadcrumbs>
          <Link to="/contracts">Contracts</Link>
          <span className="mono">{id}</span>
        </Breadcrumbs>
      }
      aside={found.data && <ContractState contract={found.data} standing={standing} />}
      lead={found.data && <Lead contract={found.data} />}
      actions={found.data && <ContractActions contract={found.data} standing={standing} />}
    >
      <Loaded from={found} explain={explain} wayOut={back}>
        {(contract) => <Whole contract={contract} standing={standing} load={standings} />}
      </Loaded>
    </Page>
  )
}

type WholeProps = { contract: Contract; standing: Standing | undefined; load: ReturnType<typeof useStandings> }

const Whole = ({ contract, standing, load }: WholeProps) => (
  <div className="flex flex-col gap-6">
    {standing?.grace && <GraceNotice grace={standing.grace} standing={standing} />}
    <div className="grid items-start gap-6 wide:grid-cols-2">
      {contract.state === 'Deleted' ? (
        <Ended contract={contract} />
      ) : (
        <Loaded from={load} explain={explain}>
          {() => (standing ? <Payment of={standing} /> : <Ended contract={contract} />)}
        </Loaded>
      )}
      <Holds contract={contract} standing={standing} />
    </div>
    <Bills id={contract.id} />
  </div>
)

const Lead = ({ contract }: { contract: Contract }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
    <span>{kinds[contract.kind]}</span>
    {contract.kind !== 'rent' && (
      <span className="min-w-0 text-ink">
        <ContractName contract={contract} />
      </span>
    )}
    <Link to="/lookup/$text" params={{ text: `twin-${contract.twinId}` }} className="link">
      Twin {contract.twinId}
    </Link>
    <span className="text-ink-3">
      made <Ago atMs={contract.createdAt * 1000} />
    </span>
  </div>
)

const NoId = ({ text }: { text: string }) => (
  <Page title="No such contract">
    <Empty icon={<ScrollText />} title={`“${text}” is no contract`} actions={back}>
      Contracts are known by a number, as in /contracts/1234.
    </Empty>
  </Page>
)
