import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  openVault,
  worker,
  type Contents,
  type Deployer,
  type Import,
  type Keystore,
  type Proof,
  type Secret,
} from '#protocols/worker/open.ts'
import { leave, rechristen, type Chosen } from './chosen.ts'

export type { Contents, Deployer, Keystore, Proof, Secret }

/** The accounts kept in this browser. */
export const deployers = () =>
  queryOptions({ queryKey: ['deployers'], queryFn: async () => (await openVault()).deployers(), staleTime: Infinity })

export const asChosen = ({ address, name, type, guard }: Deployer): Chosen => ({
  by: 'key',
  address,
  name,
  type,
  guard,
})

const reread = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['deployers'] })

/** Twelve words of an account that does not exist yet. */
export const newPhrase = () => worker().newPhrase()
/** Why a text is no phrase and no seed; `undefined` when it is one. */
export const textProblem = (text: string) => worker().textProblem(text)
/** What an account file holds. @throws WireError 'unreadable' */
export const readKeystore = (text: string) => worker().readKeystore(text)

export const addDeployer = (queries: QueryClient) => ({
  mutationFn: async ({ secret, name, password }: { secret: Secret; name: string; password: string }) =>
    (await openVault()).add(secret, name, password),
  onSuccess: () => reread(queries),
})

/** Takes an account over from its file and keeps it here, under the same password. */
export const importDeployer = (queries: QueryClient) => ({
  mutationFn: async (from: Import) => (await openVault()).addFromKeystore(from),
  onSuccess: () => reread(queries),
})

export const unlockDeployer = () => ({
  mutationFn: async ({ address, password }: { address: string; password: string }) =>
    (await openVault()).unlock(address, password),
})

/** Unlocks the messaging key of a wallet account. */
export const unlockMessaging = () => ({
  mutationFn: async ({ address, type, proof }: { address: string; type: Chosen['type']; proof: Proof }) =>
    (await openVault()).unlockMessaging(address, type, proof),
})

export const renameDeployer = (queries: QueryClient) => ({
  mutationFn: async ({ address, name }: { address: string; name: string }) => {
    await (await openVault()).rename(address, name)
    rechristen(address, name)
  },
  onSuccess: () => reread(queries),
})

export const removeDeployer = (queries: QueryClient) => ({
  mutationFn: async (address: string) => (await openVault()).remove(address),
  onSuccess: (_: void, address: string) => {
    leave(address)
    return reread(queries)
  },
})

/** The account file, as text. */
export const exportDeployer = () => ({
  mutationFn: async ({ address, password }: { address: string; password: string }) =>
    JSON.stringify(await (await openVault()).export(address, password), null, 2),
})
