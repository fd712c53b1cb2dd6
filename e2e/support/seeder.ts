import { bytesToHex } from '@noble/hashes/utils.js'
import type { ApiPromise } from '@polkadot/api'
import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { messageToSign } from '#domain/deployment/signing.ts'
import { newDeployment } from '#domain/plan/plan.ts'
import { forTwin } from '#domain/plan/planned.ts'
import { publicIps } from '#domain/workloads/workload.ts'
import type { Grid } from '#grid/grid.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { submit } from '#protocols/chain/submit.ts'
import type { Call } from '#protocols/chain/call.ts'
import { getTwin } from '#protocols/chain/twin.ts'
import { RmbClient } from '#protocols/rmb/client.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'

/** What another client wrote into a contract, and what it sent to the node. */
export type Written = { data: string; workloads: unknown[]; more?: Partial<Deployment> }

/** One of the grid's people at another client: what they deploy there is theirs in this app too. */
export class Seeder {
  readonly #grid: Grid
  readonly #api: ApiPromise
  readonly #signer: Signer
  readonly #rmb: RmbClient
  readonly #twin: number

  private constructor(grid: Grid, api: ApiPromise, signer: Signer, twin: number) {
    this.#grid = grid
    this.#api = api
    this.#signer = signer
    this.#twin = twin
    this.#rmb = new RmbClient({
      url: grid.ready.relay,
      twin,
      signer,
      twins: (id) => getTwin(api, id),
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    })
  }

  static async of(grid: Grid, name = 'bob'): Promise<Seeder> {
    const { mnemonic, twin } = grid.ready.accounts.find((one) => one.name === name)!
    return new Seeder(grid, await connectChain(grid.ready.chain), await phraseSigner(mnemonic), twin!)
  }

  async contract(node: number, { data, workloads, more = {} }: Written): Promise<Deployment> {
    const deployment = { ...forTwin(newDeployment(workloads as Workload[]), this.#twin), ...more }
    const ips = publicIps(deployment.workloads)
    const call: Call = { call: 'create-node-contract', nodeId: node, hash: hash(deployment), data, publicIps: ips }
    const { contracts } = await submit(this.#api, this.#signer, [call])
    return { ...deployment, contract_id: contracts[0]!.id }
  }

  /** Makes the contract, sends the deployment, and waits until nothing of it is being installed. Gives the contract's id. */
  async deploy(node: number, written: Written): Promise<number> {
    const deployment = await this.contract(node, written)
    const signature = bytesToHex(await this.#signer.sign(messageToSign(deployment)))
    const signatures = [{ twin_id: this.#twin, signature, signature_type: this.#signer.type }]
    const requirement = { ...deployment.signature_requirement, signatures }
    await this.ask(node, 'zos.deployment.deploy', { ...deployment, signature_requirement: requirement })
    const contract_id = Number(deployment.contract_id)
    const settled = async () => {
      const held = (await this.ask(node, 'zos.deployment.get', { contract_id })) as Deployment
      return held.workloads.every(({ result }) => result!.state !== 'init' && result!.state !== '')
    }
    await expect.poll(settled).toBe(true)
    return contract_id
  }

  reserveName(name: string): Promise<unknown> {
    return submit(this.#api, this.#signer, [{ call: 'create-name-contract', name }])
  }

  cancel(contractId: number): Promise<unknown> {
    return submit(this.#api, this.#signer, [{ call: 'cancel-contract', contractId }])
  }

  ask(node: number, command: string, payload?: unknown): Promise<unknown> {
    return this.#rmb.call(this.#grid.chain.node(node)!.twinId, command, payload, { timeoutMs: 10_000 })
  }

  async leave(): Promise<void> {
    this.#rmb.close()
    await this.#api.disconnect()
  }
}

const password = 'correct horse battery'

/** Opens the account of one of the grid's people in the browser, by its phrase. */
export async function enterAs(page: Page, grid: Grid, name = 'bob') {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Import one' }).click()
  await page.getByRole('radio', { name: 'Phrase or seed' }).click()
  const { mnemonic } = grid.ready.accounts.find((one) => one.name === name)!
  await page.locator('form').getByLabel('Phrase or seed', { exact: true }).fill(mnemonic)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of the account').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password again', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 60_000 })
}

/** Goes to a page of the app without loading it anew, which would lock the account. */
export async function goTo(page: Page, path: string) {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

/** Skips time on the chain: an hour bills every contract for it. */
export async function advanceTime({ ready }: Grid, seconds: number): Promise<void> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'dev_advanceTime', params: [seconds] })
  const socket = new WebSocket(ready.chain)
  await new Promise((resolve) => socket.once('open', resolve))
  const answered = new Promise((resolve) => socket.once('message', resolve))
  socket.send(body)
  await answered
  socket.close()
}
