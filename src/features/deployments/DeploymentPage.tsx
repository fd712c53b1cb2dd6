import { Link, Outlet } from '@tanstack/react-router'
import { Unplug } from 'lucide-react'
import { NeedsKey } from '#features/account/NeedsKey.tsx'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { DeploymentActions } from './DeploymentActions.tsx'
import { DeploymentAside, DeploymentLead } from './DeploymentHeading.tsx'
import { NoTwin } from './NoTwin.tsx'
import { SilentNodes } from './SilentNodes.tsx'
import type { Row } from './rows.ts'
import { useDeployment } from './useDeployment.ts'

/** One deployment, in parts with an address each. */
export function DeploymentPage() {
  const { contractId, open, twinId, list, row } = useDeployment()
  const network = useNetwork()
  if (row) return <Found row={row} contractId={contractId} />
  return (
    <Page title={`Deployment ${contractId}`} breadcrumbs={<Trail name={contractId} />}>
      <Loaded from={open} explain={explain}>
        {(found) =>
          twinId === undefined ? (
            <NoTwin need={found ? 'twin' : 'account'} />
          ) : (
            <Loaded from={list} explain={explain}>
              {() => <Missing contractId={contractId} network={network.name} />}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  )
}

const Trail = ({ name }: { name: string }) => (
  <Breadcrumbs>
    <Link to="/deployments">Deployments</Link>
    <span>{name}</span>
  </Breadcrumbs>
)

const Missing = ({ contractId, network }: { contractId: string; network: string }) => (
  <Empty
    icon={<Unplug />}
    title={`Contract ${contractId} is not among your deployments`}
    actions={
      <>
        <Link to="/contracts/$contractId" params={{ contractId }} className={buttonClass()}>
          See contract {contractId}
        </Link>
        <Link to="/deployments" className={buttonClass({ variant: 'primary' })}>
          See deployments
        </Link>
      </>
    }
  >
    It was cancelled, belongs to another account, or is on another network than {network}.
  </Empty>
)

const tabs = [
  { to: '/deployments/$contractId', name: 'Overview' },
  { to: '/deployments/$contractId/json', name: 'JSON' },
  { to: '/deployments/$contractId/cost', name: 'Cost' },
  { to: '/deployments/$contractId/update', name: 'Update' },
  { to: '/deployments/$contractId/contracts', name: 'Contracts' },
] as const

/** Overview's address is the beginning of the others'; what a tab is asked to show makes it no other tab. */
const exactly = { exact: true, includeSearch: false }

function Found({ row, contractId }: { row: Row; contractId: string }) {
  const { deployed, parts } = row
  return (
    <Page
      title={deployed.name}
      aside={<DeploymentAside row={row} />}
      breadcrumbs={<Trail name={deployed.name} />}
      lead={<DeploymentLead row={row} />}
      actions={<DeploymentActions deployed={deployed} />}
      tabs={
        <Tabs label={deployed.name}>
          {tabs.map(({ to, name }) => (
            <Link key={to} to={to} params={{ contractId }} activeOptions={exactly} className="tab">
              {name}
              {name === 'Contracts' && <span className="n">{deployed.contracts.length + deployed.names.length}</span>}
            </Link>
          ))}
        </Tabs>
      }
    >
      <NeedsKey>Nodes tell of deployments only to whoever made them, in signed messages.</NeedsKey>
      <SilentNodes parts={parts} />
      <Outlet />
    </Page>
  )
}
