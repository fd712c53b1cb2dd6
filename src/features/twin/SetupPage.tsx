import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { accountName } from '#domain/account-text.ts'
import { showTft } from '#domain/money.ts'
import { FundedAccount } from '#features/account/FundedAccount.tsx'
import { UnlockButton } from '#features/account/UnlockButton.tsx'
import { account, relayHost, twinCalls, type Account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { verified } from '#queries/kyc.ts'
import { useNetwork } from '#queries/networks.ts'
import type { Call } from '#queries/transact.ts'
import { encryptionKey } from '#queries/twin.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Timeline, type Step } from '#ui/Timeline.tsx'
import { Funding } from './Funding.tsx'
import { KycState } from './KycState.tsx'
import { setupSteps, type SetupStep } from './setup-steps.ts'
import { SignSheet } from './SignSheet.tsx'
import { Terms } from './Terms.tsx'
import { TwinCard } from './TwinCard.tsx'

/** From an account to one that nodes work for. Each step is read from the chain, so it can be left and come back to. */
export function SetupPage() {
  const open = useQuery(account(useNetwork()))
  return (
    <Page title="Set up the account" layout="narrow" lead={<Lead />}>
      <Loaded from={open} explain={explain}>
        {(found) => <Steps account={found ?? undefined} />}
      </Loaded>
    </Page>
  )
}

const Lead = () => (
  <p className="text-ink-3">
    Nodes work for accounts that have a twin: an entry on the chain that says where messages reach it.
  </p>
)

function Steps({ account: open }: { account: Account | undefined }) {
  const unlocked = useUnlocked()
  const hasKey = open !== undefined && isOpen(open, unlocked)
  const kyc = useQuery({ ...verified(useNetwork(), open?.address ?? ''), enabled: open !== undefined })
  const steps = setupSteps({ account: open, hasKey, verified: kyc.data === true })
  // Here, for its step is done while the sheet still says so.
  const [calls, setCalls] = useState<Call[]>()
  const now = steps.find(({ state }) => state === 'now')?.id
  return (
    <>
      <Timeline
        label="Steps"
        steps={steps.map((step): Step => ({
          ...step,
          detail: step.state === 'done' && open ? said(step.id, open) : undefined,
          children:
            step.id === now || (step.id === 'kyc' && open) ? <Body>{bodyOf(step.id, open, setCalls)}</Body> : undefined,
        }))}
      />
      {calls && (
        <SignSheet
          title="Make a twin"
          calls={calls}
          verb="Sign and make the twin"
          onClose={() => setCalls(undefined)}
        />
      )}
      {open?.twinId !== undefined && (
        <>
          <TwinCard address={open.address} twinId={open.twinId} />
          <div className="flex flex-wrap gap-2 pt-5">
            <Link to="/nodes" className={buttonClass({ variant: 'primary' })}>
              Find a node
            </Link>
            <Link to="/account/money" className={buttonClass()}>
              See the money
            </Link>
          </div>
        </>
      )}
    </>
  )
}

const Body = ({ children }: { children: ReactNode }) => <div className="pt-3">{children}</div>

function bodyOf(id: SetupStep['id'], open: Account | undefined, onSign: (calls: Call[]) => void): ReactNode {
  if (!open) return id === 'account' && <FundedAccount />
  switch (id) {
    case 'account':
      return undefined
    case 'key':
      return <UnlockButton variant="primary" />
    case 'funds':
      return <Funding of={open} />
    case 'twin':
      return <MakeTwin of={open} onSign={onSign} />
    case 'kyc':
      return <KycState address={open.address} />
  }
}

const said = (id: SetupStep['id'], open: Account) =>
  ({
    account: accountName(open),
    key: 'It signs messages to nodes and reads their answers',
    funds: `${showTft(open.balance.usable)} TFT to spend`,
    twin: open.twinId !== undefined && `Twin ${open.twinId}`,
    kyc: undefined,
  })[id]

function MakeTwin({ of, onSign }: { of: Account; onSign: (calls: Call[]) => void }) {
  const network = useNetwork()
  const key = useQuery(encryptionKey(network, of.address))
  const [agreed, setAgreed] = useState(false)
  return (
    <div className="flex flex-col gap-4">
      <Terms />
      <label className="flex min-h-8 items-center gap-2.5">
        <input
          type="checkbox"
          className="check"
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        I accept the terms
      </label>
      <p className="text-ink-2">
        Messages will reach the twin at <b>{relayHost(network)}</b>, and be encrypted for the key of this account. One
        signature accepts the terms and makes the twin.
      </p>
      <Button
        variant="primary"
        className="self-start"
        onClick={() => onSign(twinCalls(network, key.data))}
        disabledReason={
          key.data === undefined ? 'The account’s key is not open yet' : agreed ? undefined : 'Accept the terms first'
        }
      >
        Make the twin
      </Button>
    </div>
  )
}
