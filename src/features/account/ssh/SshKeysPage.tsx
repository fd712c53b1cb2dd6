import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { explain } from '#queries/explain.ts'
import { removeSshKey, sshKeyList, type SshKey } from '#queries/ssh-keys.ts'
import { Ago } from '#ui/Ago.tsx'
import { Button } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { AddKeyDialog } from './AddKeyDialog.tsx'
import { MakeKeyDialog } from './MakeKeyDialog.tsx'

/** The public keys that this browser offers to put into machines. */
export function SshKeysPage() {
  const keys = useQuery(sshKeyList)
  const [dialog, setDialog] = useState<'add' | 'make'>()
  const actions = (
    <>
      <Button onClick={() => setDialog('make')}>Make a pair</Button>
      <Button variant="primary" onClick={() => setDialog('add')}>
        Add a key
      </Button>
    </>
  )
  return (
    <Page
      title="SSH keys"
      layout="narrow"
      lead={<p className="text-ink-3">Public halves, kept in this browser and offered where machines are described.</p>}
      actions={actions}
    >
      <Loaded from={keys} explain={explain}>
        {(kept) =>
          kept.length === 0 ? (
            <Empty icon={<KeyRound />} title="No keys yet">
              A machine lets in whoever has the other half of a key in it. Add the one that ends in .pub, or make a
              pair.
            </Empty>
          ) : (
            <ul aria-label="SSH keys" className="flex flex-col gap-4">
              {kept.map((key) => (
                <Key key={key.id} of={key} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {dialog === 'add' && <AddKeyDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'make' && <MakeKeyDialog onClose={() => setDialog(undefined)} />}
    </Page>
  )
}

const Key = ({ of: { id, name, text, addedAt } }: { of: SshKey }) => (
  <li className="border-b border-line pb-4 last:border-0">
    <div className="flex items-baseline gap-3 pb-2">
      <span className="min-w-0 truncate font-medium">{name}</span>
      <span className="text-small whitespace-nowrap text-ink-3">
        added <Ago atMs={addedAt} />
      </span>
      <span className="ml-auto">
        <Button size="small" variant="ghost" aria-label={`Remove ${name}`} onClick={() => void removeSshKey(id)}>
          Remove
        </Button>
      </span>
    </div>
    <CopyLine value={text} what={`key ${name}`} />
  </li>
)
