import { createServer } from 'node:http'
import type { JSHandle, Page } from '@playwright/test'
import type { Injected, InjectedWindow } from '@polkadot/extension-inject/types'
import { stringToU8a, u8aToHex, u8aWrapBytes } from '@polkadot/util'
import { signatureVerify } from '@polkadot/util-crypto'
import { connectChain } from '#protocols/chain/connection.ts'
import keystores from '#protocols/wallet/keystore.vectors.json' with { type: 'json' }
import { expectNoAxeViolations } from '#support/journey.ts'
import { listen } from '#support/listen.ts'
import { tabTo } from '#support/machine.ts'
import { expect, person, test as base } from '#support/wallet.ts'
import { closing, type Wallet, type WalletAccount } from '#support/wallet-window.ts'

// Holds the wallet of these journeys to what people's wallets do, before an empty site instead of the app.
const test = base.extend<{ html: string }>({
  html: '<!doctype html><html lang="en"><link rel="icon" href="data:," /><title>A site</title>',
  site: async ({ html }, use) => {
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
    await use(`http://127.0.0.1:${await listen(server, 0)}`)
    server.close()
  },
})

const alice = person('alice')
const bob: WalletAccount = { ...person('bob'), type: 'ed25519' }
// A site that was disconnected is told so every few seconds.
test.use({ accounts: { alice, bob }, expectedErrors: [/ping failed/] })

const message = u8aToHex(stringToU8a('a message'))

/** What the wallet gives a site that asks to connect, once its owner has answered. */
async function ask(page: Page) {
  await page.waitForFunction(() => (window as unknown as InjectedWindow).injectedWeb3?.['polkadot-js'])
  return page.evaluateHandle(
    () =>
      (window as unknown as InjectedWindow).injectedWeb3['polkadot-js']!.enable!('A site') as Promise<
        Required<Injected>
      >,
  )
}

async function connect(page: Page, wallet: Wallet, names: string[]) {
  await page.goto('/')
  const asked = ask(page)
  await wallet.connect(names)
  const injected = await asked
  const [account] = await injected.evaluate(({ accounts }) => accounts.get())
  const signRaw = () =>
    injected.evaluate(({ signer }, { address, data }) => signer.signRaw!({ address, data, type: 'bytes' }), {
      address: account?.address ?? '',
      data: message,
    })
  return { injected, address: account?.address ?? '', signRaw }
}

/** Keeps the page's title at the names of the accounts that its subscription tells. */
const follow = (injected: JSHandle<Injected>) =>
  injected.evaluate(({ accounts }) => {
    accounts.subscribe((now) => {
      document.title = now.map(({ name }) => name).join(', ') || 'nobody'
    })
  })

const toFile = (json: unknown) => ({
  name: 'account.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(json)),
})

test('a site sees the accounts that it was connected to and no others', async ({ page, wallet }) => {
  const { injected, address } = await connect(page, wallet, ['bob'])
  expect(await injected.evaluate(({ accounts }) => accounts.get())).toEqual([
    { address, genesisHash: null, name: 'bob', type: 'ed25519' },
  ])
})

test('a site that is connected hears of accounts as they come and go', async ({ page, wallet, site }) => {
  const { injected } = await connect(page, wallet, ['alice'])
  await follow(injected)
  await expect(page).toHaveTitle('alice')
  await wallet.share(site, ['alice', 'bob'])
  await expect(page).toHaveTitle('alice, bob')
  await wallet.forget('alice')
  await expect(page).toHaveTitle('bob')
  await wallet.unauthorise(site)
  await expect(page).toHaveTitle('nobody')
})

for (const { name, password } of [alice, bob])
  test(`the signature of ${name} is of the message in a wrapping`, async ({ page, wallet }) => {
    const { address, signRaw } = await connect(page, wallet, [name])
    const signing = signRaw()
    await wallet.sign(password)
    const { signature } = await signing
    expect(signatureVerify(u8aWrapBytes('a message'), signature, address).isValid).toBe(true)
  })

test('the chain takes a transaction that the wallet signed', async ({ page, wallet, grid }) => {
  const { injected, address } = await connect(page, wallet, ['alice'])
  const api = await connectChain(grid.ready.chain)
  const call = api.tx.system!.remarkWithEvent!(message)
  const signer = {
    signPayload: (payload: object) =>
      injected.evaluate(({ signer }, asked) => signer.signPayload!(asked as never), payload),
  }
  const sent = new Promise<string[]>((resolve, reject) => {
    call
      .signAndSend(address, { signer }, ({ isInBlock, events }) => {
        if (isInBlock) resolve(events.map(({ event }) => `${event.section}.${event.method}`))
      })
      .catch(reject)
  })
  await wallet.sign(alice.password)
  expect(await sent).toContain('system.ExtrinsicSuccess')
  await api.disconnect()
})

test('a wrong password stays in the wallet, and the right one signs after it', async ({ page, wallet }) => {
  const { signRaw } = await connect(page, wallet, ['alice'])
  const signing = signRaw()
  await wallet.mistype('not it')
  await wallet.sign(alice.password)
  expect((await signing).signature).toMatch(/^0x[0-9a-f]{128}$/)
})

test('a password is remembered when its owner says so', async ({ page, wallet }) => {
  const first = await connect(page, wallet, ['alice'])
  const signing = first.signRaw()
  await wallet.sign(alice.password, { remember: true })
  await signing

  // Each page has a limit of its own.
  await page.goto('/second')
  const injected = await ask(page)
  const again = injected.evaluate(
    ({ signer }, { address, data }) => signer.signRaw!({ address, data, type: 'bytes' }),
    { address: first.address, data: message },
  )
  await wallet.sign()
  expect((await again).signature).toMatch(/^0x/)
})

test('a cancelled signature is told as that', async ({ page, wallet }) => {
  const { signRaw } = await connect(page, wallet, ['alice'])
  const told = expect(signRaw()).rejects.toThrow('Cancelled')
  await wallet.cancel()
  await told
})

test('a second request for a signature within 3 s is refused before anybody is asked', async ({ page, wallet }) => {
  const { signRaw } = await connect(page, wallet, ['alice'])
  const first = signRaw()
  await expect(signRaw()).rejects.toThrow('Rate limit exceeded. Try again later.')
  await wallet.sign(alice.password)
  await first
})

test('a site that is refused for now may ask again; one refused for good sees nobody', async ({ page, wallet }) => {
  await page.goto('/')
  const first = expect(ask(page)).rejects.toThrow('Connection request was cancelled by the user.')
  await wallet.cancelConnection()
  await first

  const second = expect(ask(page)).rejects.toThrow('Connection request was rejected by the user.')
  await wallet.rejectConnection()
  await second

  const injected = await ask(page)
  expect(await injected.evaluate(({ accounts }) => accounts.get())).toEqual([])
})

test('a request whose window was closed waits, and is answered behind the icon', async ({ page, wallet }) => {
  await page.goto('/')
  const asked = ask(page)
  await wallet.dismiss()
  await expect(ask(page)).rejects.toThrow('has a pending authorization request')
  await wallet.open()
  await wallet.connect(['alice'])
  expect(await (await asked).evaluate(({ accounts }) => accounts.get())).toHaveLength(1)
})

test('what a chain is like is taken when its owner approves it, and known from then on', async ({ page, wallet }) => {
  const { injected } = await connect(page, wallet, ['alice'])
  const definition = {
    chain: 'TFChain of a test',
    genesisHash: `0x${'17'.repeat(32)}`,
    icon: 'substrate',
    specVersion: 149,
    ss58Format: 42,
    tokenDecimals: 7,
    tokenSymbol: 'TFT',
    types: {},
  } as const
  const known = () => injected.evaluate(({ metadata }) => metadata.get())
  const provide = () => injected.evaluate(({ metadata }, told) => metadata.provide(told), definition)
  expect(await known()).toEqual([])

  const refused = expect(provide()).rejects.toThrow('Rejected')
  await wallet.rejectMetadata()
  await refused
  expect(await known()).toEqual([])

  const taken = provide()
  await wallet.approveMetadata()
  expect(await taken).toBe(true)
  expect(await known()).toEqual([{ genesisHash: definition.genesisHash, specVersion: 149 }])
})

test('a wallet that fell asleep wakes, and has forgotten what it was asked and who follows it', async ({
  page,
  wallet,
  site,
}) => {
  const { injected, signRaw } = await connect(page, wallet, ['alice'])
  const accounts = () => injected.evaluate(({ accounts }) => accounts.get())
  await follow(injected)
  await expect(page).toHaveTitle('alice')
  let isAnswered = false
  const answered = () => {
    isAnswered = true
  }
  void signRaw().then(answered, answered)
  await wallet.dismiss()
  await wallet.fallAsleep()

  expect(await accounts()).toHaveLength(1)
  await wallet.share(site, ['alice', 'bob'])
  expect(await accounts()).toHaveLength(2)
  await expect(page).toHaveTitle('alice')
  const again = signRaw()
  await wallet.sign(alice.password)
  expect((await again).signature).toMatch(/^0x/)
  expect(isAnswered).toBe(false)
})

test('an exported account is restored with its password, also from an older file', async ({ page, wallet }) => {
  const file = await wallet.exportJson('alice', alice.password)
  await wallet.forget('alice')
  await wallet.restoreJson(file, alice.password)
  const older = keystores.find(({ source }) => source.includes('0.46.5'))!
  await wallet.restoreJson(toFile(older.json), older.password)

  const { injected } = await connect(page, wallet, ['alice', older.json.meta.name])
  expect(await injected.evaluate(({ accounts }) => accounts.get())).toMatchObject([
    { name: 'alice' },
    { name: older.json.meta.name, address: older.address, type: older.type },
  ])
})

test('all accounts go into one file, and each keeps its own password', async ({ page, wallet }) => {
  const file = await wallet.exportAll('the password of the file')
  await wallet.forget('alice')
  await wallet.forget('bob')
  await wallet.restoreJson(file, 'the password of the file')
  const { signRaw } = await connect(page, wallet, ['bob'])
  const signing = signRaw()
  await wallet.sign(bob.password)
  expect((await signing).signature).toMatch(/^0x/)
})

test('an account is created from its phrase', async ({ page, wallet }) => {
  const { phrase, password, address } = keystores.find(({ type }) => type === 'ed25519')!
  await wallet.createAccount({ name: 'Carol', phrase, password, type: 'ed25519' })
  const { injected } = await connect(page, wallet, ['Carol'])
  expect(await injected.evaluate(({ accounts }) => accounts.get())).toMatchObject([{ address, type: 'ed25519' }])
})

base('the wallet reaches the built app without breaking its policy', async ({ page }) => {
  await page.goto('/nodes')
  await page.waitForFunction(() => (window as unknown as InjectedWindow).injectedWeb3?.['polkadot-js'])
})

test('everything is done by keys', async ({ page, wallet }) => {
  await page.goto('/')
  const asked = ask(page)
  const window = await wallet.window()
  await expectNoAxeViolations(window)
  await tabTo(window, window.getByRole('checkbox', { name: 'alice' }))
  await window.keyboard.press('Space')
  await tabTo(window, window.getByRole('button', { name: 'Connect' }))
  await closing(window, () => window.keyboard.press('Enter'))
  const injected = await asked
  expect(await injected.evaluate(({ accounts }) => accounts.get())).toMatchObject([{ name: 'alice' }])

  const behindIcon = await wallet.open()
  await expect(behindIcon.getByRole('form', { name: page.url().slice(0, -1) })).toBeVisible()
  await expectNoAxeViolations(behindIcon)
})
