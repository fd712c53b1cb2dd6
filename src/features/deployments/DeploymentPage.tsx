import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Unplug } from 'lucide-react'
import { machineAddresses } from '#domain/addresses.ts'
import type { Deployed } from '#domain/deployed.ts'
import { showTft } from '#domain/money.ts'
import { account } from '#queries/account.ts'
import { deploymentList } from '#queries/deployments.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { State } from '#ui/State.tsx'
import { CancelDeployment } from './CancelDeployment.tsx'
import { Connect } from './Connect.tsx'
import { ContractWorkloads } from './ContractWorkloads.tsx'
import { heldState, useHeld } from './held.ts'
import { usePrice } from './price.ts'

/** One deployment: how to reach it, what it is made of, and its end. */
export function DeploymentPage() {
  const { contractId } = useParams({ from: '/deployments/$contractId' })
  const network = useNetwork()
  const twinId = useQuery(account(network)).data?.twinId
  const list = useQuery({ ...deploymentList(network, twinId ?? 0), enabled: twinId !== undefined })
  const deployed = list.data?.find(({ contracts }) => contracts.some(({ id }) => String(id) === contractId))
  if (deployed) return <Found deployed={deployed} />
  return (
    <Page title={`Deployment ${contractId}`} breadcrumbs={<Trail name={contractId} />}>
      {twinId === undefined ? (
        <Missing title="No account is open">Deployments show to the account that made them.</Missing>
      ) : (
        <Loaded from={list} explain={explain}>
          {() => (
            <Missing title={`Contract ${contractId} is not among your deployments`}>
              It was cancelled, belongs to another account, or is on another network than {network.name}.
            </Missing>
          )}
        </Loaded>
      )}
    </Page>
  )
}

const Trail = ({ name }: { name: string }) => (
  <Breadcrumbs>
    <Link to="/deployments">Deployments</Link>
    <span>{name}</span>
  </Breadcrumbs>
)

const Missing = ({ title, children }: { title: string; children: string | string[] }) => (
  <Empty
    icon={<Unplug />}
    title={title}
    actions={
      <Link to="/deployments" className={buttonClass({ variant: 'primary' })}>
        See deployments
      </Link>
    }
  >
    {children}
  </Empty>
)

function Found({ deployed }: { deployed: Deployed }) {
  const { name, main, contracts } = deployed
  const navigate = useNavigate()
  const asked = useHeld(main)
  const { kind, words } = heldState(asked)
  const machine = asked.held.data?.workloads.find(({ type }) => type === 'zmachine')
  const addresses = machineAddresses(machine?.result.data)
  const price = usePrice(asked.held.data?.workloads ?? [], asked.node?.certified ?? false)
  return (
    <Page
      title={name}
      aside={<State kind={kind}>{words}</State>}
      breadcrumbs={<Trail name={name} />}
      lead={
        <p className="text-ink-3">
          on{' '}
          <Link to="/nodes/$nodeId" params={{ nodeId: String(main.nodeId) }} className="link">
            node {main.nodeId}
          </Link>
          {asked.node && ` in ${asked.node.city}, ${asked.node.country}`}, made <Ago atMs={main.createdAt * 1000} />
          {price && price.month > 0n && (
            <>
              . <span className="text-ink">{showTft(price.month)} TFT</span> a month
            </>
          )}
        </p>
      }
      actions={<CancelDeployment deployed={deployed} onCancelled={() => void navigate({ to: '/deployments' })} />}
    >
      <div className="flex flex-col gap-6">
        {asked.error && <NoAnswer error={asked.error} ask={() => void asked.held.refetch()} />}
        {asked.held.data === null && (
          <Notice tone="warn">
            <b>
              Contract {main.id} is billed, but node {main.nodeId} holds nothing for it.
            </b>{' '}
            It never received the deployment, or lost it. Cancel it to stop the bill.
          </Notice>
        )}
        {addresses.length > 0 && <Connect addresses={addresses} />}
        <section aria-labelledby="workloads">
          <h2 id="workloads" className="pb-2 text-section">
            Workloads
          </h2>
          {contracts.map((contract) => (
            <ContractWorkloads key={contract.id} contract={contract} />
          ))}
        </section>
      </div>
    </Page>
  )
}

function NoAnswer({ error, ask }: { error: unknown; ask: () => void }) {
  const { title, what } = explain(error)
  return (
    <Notice
      tone="warn"
      action={
        <Button size="small" onClick={ask}>
          Ask again
        </Button>
      }
    >
      <b>{title}.</b> {what} The contract is not touched by that.
    </Notice>
  )
}
