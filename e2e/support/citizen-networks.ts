import { bytesToHex } from '@noble/hashes/utils.js'
import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { messageToSign } from '#domain/deployment/signing.ts'
import type { Grid } from '#grid/grid.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { submit } from '#protocols/chain/submit.ts'
import { getTwin } from '#protocols/chain/twin.ts'
import { RmbClient } from '#protocols/rmb/client.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { expect } from './journey.ts'

type Line = {
  twinId: number
  ask: (node: number, command: string, payload: unknown) => Promise<unknown>
  /** Makes a contract that says `data`, sends the deployment and waits until it runs. Gives the contract's id. */
  deploy: (node: number, data: string, workload: Workload, metadata?: string) => Promise<number>
  close: () => Promise<void>
}

/** A line to the grid in the name of one of its people, as another client of theirs has it. */
export async function otherClient(grid: Grid, name: string): Promise<Line> {
  const { mnemonic, twin } = grid.ready.accounts.find((one) => one.name === name)!
  const api = await connectChain(grid.ready.chain)
  const signer = await phraseSigner(mnemonic)
  const rmb = new RmbClient({
    url: grid.ready.relay,
    twin: twin!,
    signer,
    twins: (id) => getTwin(api, id),
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  const ask = (node: number, command: string, payload: unknown) =>
    rmb.call(grid.chain.node(node)!.twinId, command, payload, { timeoutMs: 10_000 })
  return {
    twinId: twin!,
    ask,
    deploy: async (node, data, workload, metadata = '') => {
      const deployment = deploymentOf(twin!, workload, metadata)
      const call = { call: 'create-node-contract' as const, nodeId: node, hash: hash(deployment), data, publicIps: 0 }
      const { contracts } = await submit(api, signer, [call])
      const signature = bytesToHex(await signer.sign(messageToSign(deployment)))
      const signatures = [{ twin_id: twin!, signature, signature_type: signer.type }]
      const requirement = { ...deployment.signature_requirement, signatures }
      const contract_id = contracts[0]!.id
      await ask(node, 'zos.deployment.deploy', { ...deployment, contract_id, signature_requirement: requirement })
      await expect
        .poll(async () => (await held(ask, node, contract_id)).workloads[0]!.result?.state, { timeout: 20_000 })
        .toBe('ok')
      return contract_id
    },
    close: async () => {
      rmb.close()
      await api.disconnect()
    },
  }
}

export const held = async (ask: Line['ask'], node: number, contract_id: number): Promise<Deployment> =>
  (await ask(node, 'zos.deployment.get', { contract_id })) as Deployment

const deploymentOf = (twin_id: number, workload: Workload, metadata: string): Deployment => ({
  version: 0,
  twin_id,
  contract_id: 0,
  metadata,
  description: '',
  expiration: 0,
  signature_requirement: {
    requests: [{ twin_id, required: false, weight: 1 }],
    weight_required: 1,
    signatures: [],
    signature_style: '',
  },
  workloads: [workload],
})

/** Opens the page of networks as one of the grid's people, whose key is put into this browser. */
export async function openNetworksAs(page: Page, grid: Grid, name: string) {
  const { mnemonic } = grid.ready.accounts.find((one) => one.name === name)!
  await page.goto('/networks')
  await page.getByRole('main').getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('button', { name: /import/i }).click()
  await page.getByRole('radio', { name: 'Phrase or seed' }).click()
  await page.getByLabel('Phrase or seed', { exact: true }).last().fill(mnemonic)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of the account').fill(name)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('textbox', { name: 'Password again' }).fill('a long enough password')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('button', { name: /^Account 5/ })).toBeVisible({ timeout: 40_000 })
}
