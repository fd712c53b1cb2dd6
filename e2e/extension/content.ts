import { MESSAGE_ORIGIN_CONTENT, MESSAGE_ORIGIN_PAGE, PORT_CONTENT } from '@polkadot/extension-base/defaults'
import { ensurePortConnection } from '@polkadot/extension-base/utils/portUtils'
import { runtime, type Port } from './chrome.ts'

let port: Port | undefined
const connection = {
  portName: PORT_CONTENT,
  onPortMessageHandler: (data: object) => window.postMessage({ ...data, origin: MESSAGE_ORIGIN_CONTENT }, '*'),
  onPortDisconnectHandler: () => {
    port = undefined
  },
}

/** From the page to the background, which is woken first if it sleeps. */
async function forward(message: unknown) {
  const connected: Port = await ensurePortConnection(port, connection)
  port = connected
  connected.postMessage(message)
}

window.addEventListener('message', ({ data, source }) => {
  if (source === window && data.origin === MESSAGE_ORIGIN_PAGE) void forward(data)
})

const script = document.createElement('script')
script.src = runtime.getURL('page.js')
script.onload = () => script.remove()
document.documentElement.append(script)
