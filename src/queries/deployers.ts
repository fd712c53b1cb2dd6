import { queryOptions } from '@tanstack/react-query'
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
import { client } from './client.ts'

export type { Contents, Deployer, Import, Keystore, Proof, Secret }

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

/** Twelve words of an account that does not exist yet. */
export const newPhrase = () => worker().newPhrase()
/** Why a text is no phrase and no seed; `undefined` when it is one. */
export const textProblem = (text: string) => worker().textProblem(text)
/** What an account file holds. @throws WireError 'unreadable' */
export const readKeystore = (text: string) => worker().readKeystore(text)

/**
 * What follows is given secrets. It is called as it stands and never as a mutation, for the query cache keeps what its
 * mutations were given.
 */
export async function addDeployer(secret: Secret, name: string, password: string): Promise<Deployer> {
  const added = await (await openVault()).add(secret, name, password)
  await reread()
  return added
}

/** Takes an account over from its file and keeps it here, under the same password. */
export async function importDeployer(from: Import): Promise<Deployer> {
  const added = await (await openVault()).addFromKeystore(from)
  await reread()
  return added
}

/** @throws WireError 'wrong-password' */
export const unlockDeployer = async (address: string, password: string) => (await openVault()).unlock(address, password)

/** Unlocks the messaging key of a wallet account. */
export const unlockMessaging = async ({ address, type }: Pick<Chosen, 'address' | 'type'>, proof: Proof) =>
  (await openVault()).unlockMessaging(address, type, proof)

/** The account file, as text. @throws WireError 'wrong-password' */
export const exportDeployer = async (address: string, password: string): Promise<string> =>
  JSON.stringify(await (await openVault()).export(address, password), null, 2)

export async function renameDeployer(address: string, name: string) {
  await (await openVault()).rename(address, name)
  rechristen(address, name)
  await reread()
}

export async function removeDeployer(address: string) {
  await (await openVault()).remove(address)
  leave(address)
  await reread()
}

const reread = () => client.invalidateQueries({ queryKey: deployers().queryKey })
