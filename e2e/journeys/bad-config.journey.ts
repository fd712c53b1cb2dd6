import { expect, test } from '#support/journey.ts'

const network = {
  id: 'mine',
  name: 'Mine',
  gridproxy: 'http://127.0.0.1:9',
  chain: 'ws://127.0.0.1:9',
  relay: 'ws://127.0.0.1:9',
  kyc: 'http://127.0.0.1:9',
  activation: 'http://127.0.0.1:9',
}

const mistakes = [
  {
    mistake: 'networks that are no list',
    config: { networks: 'mine' },
    explained: 'Networks should be',
  },
  {
    mistake: 'an address of the wrong kind',
    config: { networks: [{ ...network, chain: 'http://127.0.0.1:9' }] },
    explained: 'Networks[0].chain should be an address that starts with ws:// or wss://',
  },
  {
    mistake: 'a default network that is not there',
    config: { defaultNetwork: 'yours', networks: [network] },
    explained: 'DefaultNetwork should be one of mine, main, test, qa, dev, got "yours"',
  },
]

for (const { mistake, config, explained } of mistakes)
  test.describe(`a config.json with ${mistake}`, () => {
    test.use({ config })

    test('is explained to whoever runs the site', async ({ page }) => {
      await page.goto('/nodes')
      await expect(page.getByText('config.json cannot be used')).toBeVisible()
      await expect(page.getByText(explained)).toBeVisible()
      await expect(page.getByText('mend config.json')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Read it again' })).toBeVisible()
    })
  })
