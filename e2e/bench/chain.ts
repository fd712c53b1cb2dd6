import { ApiPromise, WsProvider } from '@polkadot/api'
import { p95Of, type Measure } from './measure.ts'

/** Until a stock client has read the metadata and may be asked anything. */
export async function measureChain(url: string): Promise<Measure[]> {
  const connect = async () => {
    const api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true })
    await api.disconnect()
  }
  await connect()
  return [
    { what: 'Chain connected by a stock ApiPromise, p95', figure: await p95Of(20, connect), unit: 'ms', most: 500 },
  ]
}
