import { Fingerprint, KeyRound, LifeBuoy, MessageSquareLock, ScrollText, Wallet } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'

/** What can be done to have an account. */
export type Way = 'wallet' | 'make' | 'import'

/** The two kinds of accounts side by side, and the ways to have one. */
export const Kinds = ({ onGo }: { onGo: (way: Way) => void }) => (
  <div className="grid gap-4 sm:grid-cols-2">
    <Kind
      icon={<Wallet />}
      title="Wallet account"
      lead="The key of your account stays in a browser extension."
      actions={
        <Button variant="primary" onClick={() => onGo('wallet')}>
          Connect a wallet
        </Button>
      }
    >
      <Point icon={<Fingerprint />} title="You confirm each transaction">
        In the wallet’s own window, one for each deployment, change or payment.
      </Point>
      <Point icon={<MessageSquareLock />} title="Talking to nodes needs the key here too">
        Extensions do not sign messages as nodes want them. You unlock the key for that from its account file or phrase.
        While it is unlocked, this page holds it.
      </Point>
      <Point icon={<LifeBuoy />} title="If this browser is lost">
        You restore the account from the wallet’s phrase or file.
      </Point>
    </Kind>
    <Kind
      icon={<KeyRound />}
      title="Deployer account"
      lead="A key made here, encrypted with your password in this browser."
      actions={
        <>
          <Button onClick={() => onGo('make')}>Make a deployer account</Button>
          <Button variant="ghost" onClick={() => onGo('import')}>
            Import one
          </Button>
        </>
      }
    >
      <Point icon={<ScrollText />} title="It signs by itself">
        Once unlocked, it deploys and pays without asking. So give it only what it is to spend.
      </Point>
      <Point icon={<MessageSquareLock />} title="One password for all">
        The same key talks to nodes. It locks when you leave or are away for a while.
      </Point>
      <Point icon={<LifeBuoy />} title="If this browser is lost">
        You need the phrase or the account file. Without either, the account and all it has are gone.
      </Point>
    </Kind>
  </div>
)

type KindProps = { icon: ReactNode; title: string; lead: string; actions: ReactNode; children: ReactNode }

const Kind = ({ icon, title, lead, actions, children }: KindProps) => (
  <section className="panel flex flex-col p-4" aria-label={title}>
    <div className="flex items-start gap-3 pb-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-md bg-press text-ink-2">{icon}</span>
      <div>
        <h2 className="text-lead font-[550]">{title}</h2>
        <p className="text-ink-2">{lead}</p>
      </div>
    </div>
    <ul className="flex-1">{children}</ul>
    <div className="flex flex-wrap gap-2 pt-3">{actions}</div>
  </section>
)

const Point = ({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) => (
  <li className="flex gap-3 border-t border-line py-2.5">
    <span className="pt-0.5 text-ink-3">{icon}</span>
    <span>
      <span className="block font-medium">{title}</span>
      <span className="block text-ink-2">{children}</span>
    </span>
  </li>
)
