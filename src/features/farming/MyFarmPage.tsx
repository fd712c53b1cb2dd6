import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Sprout } from 'lucide-react'
import { useState } from 'react'
import type { FarmOnChain } from '#domain/farm-on-chain.ts'
import { Certified } from '#features/farms/farm-columns.tsx'
import { account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { farmNodes, farmOnChain } from '#queries/farming.ts'
import { useNetwork } from '#queries/networks.ts'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { BootNode } from './BootNode.tsx'
import { FarmIps } from './FarmIps.tsx'
import { FarmNameDialog } from './FarmNameDialog.tsx'
import { MyNodes } from './MyNodes.tsx'
import { Payout } from './Payout.tsx'

export function MyFarmPage() {
  const { farmId } = useParams({ from: '/farming/$farmId' })
  return /^[1-9]\d{0,9}$/.test(farmId) ? <KnownId key={farmId} id={Number(farmId)} /> : <NoId text={farmId} />
}

const back = (
  <Link to="/farming" className={buttonClass()}>
    See your farms
  </Link>
)

function KnownId({ id }: { id: number }) {
  const network = useNetwork()
  const found = useQuery(farmOnChain(network, id))
  const twinId = useQuery(account(network)).data?.twinId
  const mine = found.data !== undefined && found.data.twinId === twinId
  const [renaming, setRenaming] = useState(false)
  return (
    <Page
      title={found.data?.name ?? `Farm ${id}`}
      breadcrumbs={
        <Breadcrumbs>
          <Link to="/farming">Farming</Link>
          <span className="mono">{id}</span>
        </Breadcrumbs>
      }
      aside={found.data && <Aside farm={found.data} />}
      actions={
        <>
          <Link to="/farms/$farmId" params={{ farmId: String(id) }} className={buttonClass({ variant: 'ghost' })}>
            As others see it
          </Link>
          {mine && <Button onClick={() => setRenaming(true)}>Rename</Button>}
        </>
      }
    >
      <Loaded from={found} explain={explain} wayOut={back}>
        {(farm) => <Whole farm={farm} mine={mine} />}
      </Loaded>
      {renaming && found.data && <FarmNameDialog farm={found.data} onClose={() => setRenaming(false)} />}
    </Page>
  )
}

function Whole({ farm, mine }: { farm: FarmOnChain; mine: boolean }) {
  const nodes = useQuery(farmNodes(useNetwork(), farm.id))
  return (
    <div className="flex flex-col gap-6">
      {!mine && <Notice>This farm is twin {farm.twinId}’s: only it can change anything here.</Notice>}
      <Loaded from={nodes} explain={explain}>
        {(found) => (
          <>
            <MyNodes farm={farm} nodes={found} mine={mine} />
            <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_400px]">
              <FarmIps farm={farm} nodes={found} mine={mine} />
              <div className="flex flex-col gap-6">
                <Payout farm={farm} mine={mine} />
                <BootNode farm={farm} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}

const Aside = ({ farm }: { farm: FarmOnChain }) => (
  <span className="flex flex-wrap items-center gap-x-3">
    <span>
      farm <span className="mono">{farm.id}</span>
    </span>
    {farm.certified && <Certified />}
    <span>votes with {farm.weight.toLocaleString('en')}</span>
  </span>
)

const NoId = ({ text }: { text: string }) => (
  <Page title="No such farm">
    <Empty icon={<Sprout />} title={`“${text}” is no farm`} actions={back}>
      Farms are known by a number, as in /farming/7.
    </Empty>
  </Page>
)
