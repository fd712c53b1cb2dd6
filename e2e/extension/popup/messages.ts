import type {
  MessageTypes,
  MessageTypesWithSubscriptions,
  RequestTypes,
  ResponseTypes,
  SubscriptionMessageTypes,
} from '@polkadot/extension-base/background/types'
import { PORT_EXTENSION } from '@polkadot/extension-base/defaults'
import { runtime, type Port } from '../chrome.ts'

type Answer = { id: string; response?: unknown; error?: string; subscription?: unknown }
type Waiting = { resolve: (response: never) => void; reject: (error: Error) => void }
type Following = { message: MessageTypes; tell: (data: never) => void }

const waiting = new Map<string, Waiting>()
const following = new Map<string, Following>()
let port: Port | undefined

function connect(): Port {
  const opened = runtime.connect({ name: PORT_EXTENSION })
  opened.onMessage.addListener((answer) => take(answer as Answer))
  // The browser stops the background when it has been idle, and the background then forgets who follows what.
  opened.onDisconnect.addListener(() => {
    port = connect()
    for (const [id, { message }] of following) port.postMessage({ id, message, request: null })
  })
  return opened
}

function take({ id, response, error, subscription }: Answer) {
  if (subscription !== undefined) following.get(id)?.tell(subscription as never)
  else if (error === undefined) waiting.get(id)?.resolve(response as never)
  else waiting.get(id)?.reject(new Error(error))
  waiting.delete(id)
}

function post(id: string, message: MessageTypes, request: unknown) {
  port ??= connect()
  port.postMessage({ id, message, request })
}

/** Asks the background for something. Rejects with the background's own words. */
export function send<Message extends MessageTypes>(
  message: Message,
  request: RequestTypes[Message],
): Promise<ResponseTypes[Message]> {
  const id = crypto.randomUUID()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    post(id, message, request)
  })
}

/** Tells what is now, and each change of it. */
export function follow<Message extends MessageTypesWithSubscriptions>(
  message: Message,
  tell: (data: SubscriptionMessageTypes[Message]) => void,
) {
  const id = crypto.randomUUID()
  following.set(id, { message, tell })
  post(id, message, null)
}
