import '@polkadot/extension-inject/crossenv'
import Extension from '@polkadot/extension-base/background/handlers/Extension'
import State from '@polkadot/extension-base/background/handlers/State'
import Tabs from '@polkadot/extension-base/background/handlers/Tabs'
import type { MessageTypes, TransportRequestMessage } from '@polkadot/extension-base/background/types'
import { PORT_CONTENT } from '@polkadot/extension-base/defaults'
import { AccountsStore } from '@polkadot/extension-base/stores'
import { keyring } from '@polkadot/ui-keyring'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { runtime, type Port } from './chrome.ts'

const state = new State()
const extension = new Extension(state)
const tabs = new Tabs(state)

async function start() {
  await Promise.all([state.init(), cryptoWaitReady()])
  const store = new AccountsStore()
  keyring.loadAll({ store, type: 'sr25519' })
  // It does not say when it has loaded them. A second look comes after its own.
  await store.all(() => {})
}
/** Not before the first message, so that tests can put accounts into its storage while nothing has asked for them. */
let started: Promise<void> | undefined

type Message = TransportRequestMessage<MessageTypes>

async function handle({ id, message, request }: Message, port: Port): Promise<unknown> {
  await (started ??= start())
  if (port.name !== PORT_CONTENT) return extension.handle(id, message, request, port)
  // The list of such sites is on the internet.
  if (message === 'pub(phishing.redirectIfDenied)') return false
  return tabs.handle(id, message, request, port.sender?.url ?? '', port)
}

async function answer(message: Message, port: Port) {
  const { id } = message
  try {
    port.postMessage({ id, response: await handle(message, port) })
  } catch (error) {
    port.postMessage({ id, error: (error as Error).message })
  }
}

// Both before anything is awaited: a worker that is woken by a message gets it only then.
runtime.onConnect.addListener((port) => port.onMessage.addListener((message) => void answer(message as Message, port)))
runtime.onMessage.addListener((_message, _sender, reply) => reply({ status: 'awake' }))
