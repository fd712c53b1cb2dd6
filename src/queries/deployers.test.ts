import { expect, test, vi } from 'vitest'

const vault = vi.hoisted(() => ({
  add: vi.fn(() => Promise.resolve({})),
  addFromKeystore: vi.fn(() => Promise.resolve({})),
  unlock: vi.fn(() => Promise.resolve()),
  unlockMessaging: vi.fn(() => Promise.resolve()),
  export: vi.fn(() => Promise.resolve({ encoded: 'x' })),
}))
vi.mock('#protocols/worker/open.ts', () => ({ openVault: () => Promise.resolve(vault), worker: vi.fn() }))
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })

const { client } = await import('./client.ts')
const { addDeployer, exportDeployer, importDeployer, unlockDeployer, unlockMessaging } = await import('./deployers.ts')

test('the query cache holds nothing of the secrets that accounts are made and opened with', async () => {
  const password = 'a password'
  const text = 'words of a phrase'
  await addDeployer({ type: 'sr25519', text }, 'Work', password)
  await importDeployer({ keystore: {} as never, address: '5a', name: 'Work', password })
  await unlockDeployer('5a', password)
  await unlockMessaging({ address: '5a', type: 'sr25519' }, { text })
  await exportDeployer('5a', password)
  const cached = JSON.stringify([
    ...client
      .getMutationCache()
      .getAll()
      .map((one) => one.state),
    ...client
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => ({ queryKey, state })),
  ])
  for (const secret of [password, text]) expect(cached).not.toContain(secret)
  expect(client.getMutationCache().getAll()).toEqual([])
})
