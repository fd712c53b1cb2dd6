import { MESSAGE_ORIGIN_CONTENT } from '@polkadot/extension-base/defaults'
import { enable, handleResponse, redirectIfPhishing } from '@polkadot/extension-base/page'
import { injectExtension } from '@polkadot/extension-inject'

window.addEventListener('message', ({ data, source }) => {
  if (source === window && data.origin === MESSAGE_ORIGIN_CONTENT) handleResponse(data)
})

/** Only after an answer, as the wallet that people have: a page may well be there before it. */
async function inject() {
  if (!(await redirectIfPhishing())) injectExtension(enable, { name: 'polkadot-js', version: process.env.PKG_VERSION! })
}
void inject()
