import type { Contract } from '#domain/contract.ts'
import type { Deployed } from '#domain/deployed.ts'
import type { Happening } from '#protocols/chain/happenings.ts'
import { callback, type RemoteSession } from '#protocols/worker/open.ts'
import { client } from './client.ts'
import { noteSeen } from './journal.ts'

type Whose = { network: string; address: string; twinId: () => number | undefined }

const heard = new WeakSet<RemoteSession>()

/** Has the account's lists read anew when a block changes them, and writes down TFT that come. Begins once in a session. */
export async function hear(open: RemoteSession, whose: Whose): Promise<void> {
  if (heard.has(open)) return
  heard.add(open)
  try {
    await open.watchHappenings(callback((happening: Happening) => take(whose, happening)))
  } catch {
    // Lists are read anew by the clock as well.
    heard.delete(open)
  }
}

function take({ network, address, twinId }: Whose, happening: Happening) {
  if (happening.kind !== 'contract') void noteSeen({ network, address }, happening).catch(() => undefined)
  else if (happening.twinId === undefined ? isOurs(network, happening.contractId) : happening.twinId === twinId())
    for (const list of ['deployments', 'spending', 'contracts', 'bills'])
      void client.invalidateQueries({ queryKey: [network, list] })
}

/** Is a contract in a list of ours that is open? */
const isOurs = (network: string, id: number): boolean =>
  [
    [network, 'deployments'],
    [network, 'contracts', 'page of twin'],
  ]
    .flatMap((queryKey) => client.getQueriesData<List>({ queryKey }))
    .flatMap(([, list]) => (Array.isArray(list) ? list.flatMap(({ contracts }) => contracts) : (list?.contracts ?? [])))
    .some((contract) => contract.id === id)

type List = Deployed[] | { contracts: Pick<Contract, 'id'>[] }
