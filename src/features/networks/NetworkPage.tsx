import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Network } from 'lucide-react'
import type { PrivateNetwork } from '#domain/private-network.ts'
import { NeedsKey } from '#features/account/NeedsKey.tsx'
import { explain } from '#queries/explain.ts'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { accessName } from './access-name.ts'
import { AccessFile } from './AccessFile.tsx'
import { NetworkView } from './NetworkView.tsx'
import { useMyNetworks } from './useMyNetworks.ts'

/** One private network: who is in it, over which ways, and what to do about it. */
export function NetworkPage() {
  const { name } = useParams({ from: '/networks/$name' })
  const { need, open, twinId, networks } = useMyNetworks()
  const network = networks.data?.find((one) => one.name === name)
  if (need === undefined && network && twinId !== undefined)
    return (
      <>
        <NetworkView
          network={network}
          twinId={twinId}
          trail={<Trail name={name} />}
          onAsk={() => void networks.refetch()}
          isAsking={networks.isFetching}
        />
        <FileDialog network={network} />
      </>
    )
  return (
    <Page title={name} breadcrumbs={<Trail name={name} />}>
      {need === undefined && open.data ? (
        <Loaded from={networks} explain={explain}>
          {() => <Missing name={name} />}
        </Loaded>
      ) : (
        <NeedsKey>Nodes tell of private networks only to whoever made them, in signed messages.</NeedsKey>
      )}
    </Page>
  )
}

const Trail = ({ name }: { name: string }) => (
  <Breadcrumbs>
    <Link to="/networks">Networks</Link>
    <span>{name}</span>
  </Breadcrumbs>
)

const Missing = ({ name }: { name: string }) => (
  <Empty
    icon={<Network />}
    title={`You have no network ${name}`}
    actions={
      <Link to="/networks" className={buttonClass({ variant: 'primary' })}>
        See networks
      </Link>
    }
  >
    It ended, belongs to another account, or is on another grid.
  </Empty>
)

/** The file of the way in that the address names. */
function FileDialog({ network }: { network: PrivateNetwork }) {
  const search = useSearch({ from: '/networks/$name' })
  const navigate = useNavigate({ from: '/networks/$name' })
  const access = network.accesses.find(({ subnet }) => subnet === search.access)
  const close = () => void navigate({ search: {} })
  return (
    <Dialog
      open={access !== undefined}
      onOpenChange={close}
      wide
      title={access ? `WireGuard file of ${accessName(network, access)}` : ''}
      description="For one computer or phone at a time. Load it into WireGuard and turn it on."
      actions={
        <Button variant="primary" onClick={close}>
          Done
        </Button>
      }
    >
      {access && <AccessFile network={network} access={access} />}
    </Dialog>
  )
}
