import { queryOptions } from '@tanstack/react-query'
import { openDB, type DBSchema } from 'idb'
import { eachTime } from '#protocols/database.ts'
import { sshKeys } from '#domain/ssh.ts'
import { client } from './client.ts'

/** A public key of somebody who may enter machines, under a name of their own. `text` is one OpenSSH line. */
export type SshKey = { id: string; name: string; text: string; addedAt: number }

interface Schema extends DBSchema {
  keys: { key: string; value: SshKey }
}

const open = () =>
  openDB<Schema>('ssh-keys', 1, {
    upgrade: (database) => void database.createObjectStore('keys', { keyPath: 'id' }),
  })

const using = eachTime(open)

/** The keys of this browser, oldest first. Public halves only: they are no secrets. */
export const sshKeyList = queryOptions({
  queryKey: ['ssh-keys'],
  queryFn: async () => (await using((database) => database.getAll('keys'))).sort((a, b) => a.addedAt - b.addedAt),
})

/** Keeps a key; one that is here already only gets the name. */
export async function addSshKey(name: string, text: string): Promise<SshKey> {
  const known = (await using((database) => database.getAll('keys'))).find((key) => key.text === text)
  const key = { id: crypto.randomUUID().slice(0, 8), addedAt: Date.now(), text, ...known, name }
  await using((database) => database.put('keys', key))
  await client.invalidateQueries(sshKeyList)
  return key
}

export async function removeSshKey(id: string): Promise<void> {
  await using((database) => database.delete('keys', id))
  await client.invalidateQueries(sshKeyList)
}

/** Keeps those of these keys, one a line, that are not kept yet, under what stands after the key itself. */
export async function keepSshKeys(texts: string): Promise<void> {
  const known = new Set((await using((database) => database.getAll('keys'))).map(({ text }) => text))
  for (const text of sshKeys(texts).split('\n').filter(Boolean))
    if (!known.has(text)) await addSshKey(text.split(' ').slice(2).join(' ') || 'SSH key', text)
}
