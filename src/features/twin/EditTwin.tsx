import { bytesToHex } from '@noble/hashes/utils.js'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { relayHosts, relayProblem } from '#domain/relays.ts'
import type { Twin } from '#domain/twin.ts'
import { relayHost } from '#queries/account.ts'
import { useNetwork, type Network } from '#queries/networks.ts'
import type { Call } from '#queries/transact.ts'
import { encryptionKey } from '#queries/twin.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Key } from './Key.tsx'
import { SignSheet } from './SignSheet.tsx'

type Values = { relay: string; key: 'keep' | 'ours' | 'none' }
type Props = { address: string; twin: Twin; onClose: () => void }

/** Changes where a twin is reached and for which key, showing what is there beside what will be. */
export function EditTwin({ address, twin, onClose }: Props) {
  const network = useNetwork()
  const ours = useQuery(encryptionKey(network, address)).data
  const { control, handleSubmit } = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { relay: twin.relay, key: 'keep' },
  })
  const { relay = '', key = 'keep' } = useWatch({ control })
  const [calls, setCalls] = useState<Call[]>()
  const next = { keep: twin.encryptionKey, ours, none: undefined }[key]
  const isSame = relay === twin.relay && textOf(next) === textOf(twin.encryptionKey)
  const options = [
    { value: 'keep', name: 'As it is' },
    ...(ours && textOf(ours) !== textOf(twin.encryptionKey) ? [{ value: 'ours', name: 'The key unlocked here' }] : []),
    ...(twin.encryptionKey ? [{ value: 'none', name: 'None' }] : []),
  ]
  const submit = handleSubmit((values) => setCalls([{ call: 'update-twin', relay: values.relay, encryptionKey: next }]))
  if (calls)
    return <SignSheet title={`Change twin ${twin.id}`} calls={calls} verb="Sign and change" onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Change twin ${twin.id}`}
      description="The chain replaces relays and key together, with one signature."
      wide
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Leave it
          </Button>
          <Button
            variant="primary"
            onClick={() => void submit()}
            disabledReason={isSame ? 'Nothing is changed yet' : undefined}
          >
            Review
          </Button>
        </>
      }
    >
      <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <TextField
          control={control}
          name="relay"
          label="Relays"
          mono
          help={`Hosts with _ between them; this network’s is ${relayHost(network)}`}
          problem={relayProblem}
        />
        <SelectField control={control} name="key" label="Key" options={options} help={keyHelp(ours)} />
        <dl aria-label="What changes" className="flex flex-col gap-3">
          <Change name="Relays" from={twin.relay || 'None'} to={relay} />
          <Change
            name="Key"
            from={<Key of={twin.encryptionKey} />}
            to={textOf(next) === textOf(twin.encryptionKey) ? undefined : <Key of={next} />}
          />
        </dl>
        {relayProblem(relay) === undefined && !hasOurs(relay, network) && (
          <Notice tone="warn">
            <b>{relayHost(network)} is not among them.</b> This page listens there, so nodes’ answers would not reach
            it.
          </Notice>
        )}
        {key === 'none' && (
          <Notice tone="warn">
            <b>Without a key relays can read answers,</b> passwords in them included.
          </Notice>
        )}
        {!isSame && key !== 'keep' && (
          <Notice>
            Nodes that know this twin go on by the old key for up to six hours, and may not answer meanwhile.
          </Notice>
        )}
      </form>
    </Dialog>
  )
}

const keyHelp = (ours: Uint8Array | undefined) =>
  ours ? 'Others encrypt for it; another app of this twin may use another' : 'Unlock the account to put its key here'

const hasOurs = (relay: string, network: Network) =>
  [network, network.second ?? network].some((stack) => relayHosts(relay).includes(relayHost(stack)))

const textOf = (key: Uint8Array | undefined) => (key ? bytesToHex(key) : '')

function Change({ name, from, to }: { name: string; from: ReactNode; to: ReactNode }) {
  const changed = to !== undefined && to !== from
  return (
    <div>
      <dt className="text-small text-ink-3">{name}</dt>
      <dd className="mono wrap-anywhere">
        {changed ? (
          <>
            <span className="block text-bad">
              <span className="sr-only">Before: </span>− <del>{from}</del>
            </span>
            <span className="block text-ok">
              <span className="sr-only">After: </span>+ <ins className="no-underline">{to || 'None'}</ins>
            </span>
          </>
        ) : (
          from
        )}
      </dd>
    </div>
  )
}
