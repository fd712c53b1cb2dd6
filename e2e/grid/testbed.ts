import { bytesToHex } from '@noble/hashes/utils.js'
import { Keyring, type ApiPromise } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import type { ISubmittableResult } from '@polkadot/types/types'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { messageToSign } from '#domain/deployment/signing.ts'
import type { Integer } from '#domain/go-text.ts'
import { gib, mib } from '#domain/units.ts'
import { publicIps } from '#domain/workloads/workload.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { submit } from '#protocols/chain/submit.ts'
import { getTwin } from '#protocols/chain/twin.ts'
import { RmbClient } from '#protocols/rmb/client.ts'
import type { RelayState } from '#protocols/rmb/connection.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import type { Grid } from './grid.ts'

/** As small and as quick as a grid can be. */
export const quick = { farms: 3, nodes: 20, blockMs: 400, pace: 20 }

const named = (name: string) => ({ name, version: 0, metadata: '', description: '' })

export const network = (name: string, subnet = '10.20.2.0/24', port = 3011): Workload<'network'> => ({
  ...named(name),
  type: 'network',
  data: {
    ip_range: '10.20.0.0/16',
    subnet,
    wireguard_private_key: 'mHzQ0YJNQWpvqJ3wQ0h0yqQdZ5Z6cQ5v3n0qvQ0h0yo=',
    wireguard_listen_port: port,
    peers: [],
    mycelium: { hex_key: '11'.repeat(32), peers: [] },
  },
})

export const disk = (name: string, size: Integer = gib(10)): Workload<'zmount'> => ({
  ...named(name),
  type: 'zmount',
  data: { size },
})

export const machine = (name: string, on: string, mounts: string[] = [], memory = mib(512)): Workload<'zmachine'> => ({
  ...named(name),
  type: 'zmachine',
  data: {
    flist: 'https://hub.grid.tf/tf-official-apps/threefoldtech-ubuntu-22.04.flist',
    network: {
      public_ip: '',
      planetary: true,
      interfaces: [{ network: on, ip: '10.20.2.5' }],
      mycelium: { network: on, hex_seed: '000002000005' },
    },
    size: 0,
    compute_capacity: { cpu: 1, memory },
    mounts: mounts.map((mount) => ({ name: mount, mountpoint: `/mnt/${mount}` })),
    entrypoint: '/sbin/zinit init',
    env: { SSH_KEY: 'ssh-ed25519 AAAA' },
  },
})

export const deploymentOf = (twin: number, ...workloads: Workload[]): Deployment => ({
  version: 0,
  twin_id: twin,
  contract_id: 0,
  metadata: '',
  description: '',
  expiration: 0,
  signature_requirement: {
    requests: [{ twin_id: twin, required: false, weight: 1 }],
    weight_required: 1,
    signatures: [],
    signature_style: '',
  },
  workloads,
})

export async function signed(deployment: Deployment, signer: Signer): Promise<Deployment> {
  const signature = bytesToHex(await signer.sign(messageToSign(deployment)))
  const signatures = [{ twin_id: deployment.twin_id, signature, signature_type: signer.type }]
  return { ...deployment, signature_requirement: { ...deployment.signature_requirement, signatures } }
}

/** One of the grid's accounts with its lines to the chain and to nodes. */
export class Citizen {
  readonly twin: number
  readonly signer: Signer
  readonly api: ApiPromise
  readonly #grid: Grid
  readonly #mnemonic: string
  readonly #rmb: RmbClient

  private constructor(grid: Grid, twin: number, signer: Signer, api: ApiPromise, mnemonic: string) {
    this.#grid = grid
    this.#mnemonic = mnemonic
    this.twin = twin
    this.signer = signer
    this.api = api
    this.#rmb = new RmbClient({
      url: grid.ready.relay,
      twin,
      signer,
      twins: (id) => getTwin(api, id),
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    })
  }

  static async of(grid: Grid, name: string): Promise<Citizen> {
    const account = grid.ready.accounts.find((one) => one.name === name)!
    const api = await connectChain(grid.ready.chain)
    return new Citizen(grid, account.twin!, await phraseSigner(account.mnemonic), api, account.mnemonic)
  }

  ask(node: number, command: string, payload?: unknown, timeoutMs = 5000): Promise<unknown> {
    return this.#rmb.call(this.#grid.chain.node(node)!.twinId, command, payload, { timeoutMs })
  }

  /** Makes the contract and returns the deployment that names it, signed. */
  async contracted(node: number, deployment: Deployment): Promise<Deployment & { contract_id: number }> {
    const wanted = {
      nodeId: node,
      hash: hash(deployment),
      data: '{"version":3,"type":"vm","name":"web1"}',
      publicIps: publicIps(deployment.workloads),
    }
    const { contracts } = await submit(this.api, this.signer, [{ call: 'create-node-contract', ...wanted }])
    return { ...(await signed(deployment, this.signer)), contract_id: contracts[0]!.id }
  }

  /** Changes the contract, sends the deployment's next version and waits until every workload is settled. */
  async update(node: number, contract_id: number, version: number, ...workloads: Workload[]) {
    const deployment = { ...deploymentOf(this.twin, ...workloads), version, contract_id }
    await this.#send(this.api.tx.smartContractModule!.updateNodeContract!(contract_id, hash(deployment), ''))
    await this.ask(node, 'zos.deployment.update', await signed(deployment, this.signer))
    const arrived = async () => {
      const { workloads: running } = (await this.ask(node, 'zos.deployment.get', { contract_id })) as Deployment
      return running.map(({ name }) => name).toSorted()
    }
    const names = workloads.map(({ name }) => name).toSorted()
    await expect.poll(arrived, { timeout: 10_000, interval: 50 }).toEqual(names)
    return this.settled(node, contract_id)
  }

  /** Makes a name contract and gives back its id. */
  async reserveName(name: string): Promise<number> {
    await this.#send(this.api.tx.smartContractModule!.createNameContract!(name))
    return Number((await this.api.query.smartContractModule!.contractIDByNameRegistration!(name)).toString())
  }

  /** Makes the contract, sends the deployment and waits until every workload is settled. */
  async deploy(node: number, ...workloads: Workload[]) {
    const deployment = await this.contracted(node, deploymentOf(this.twin, ...workloads))
    await this.ask(node, 'zos.deployment.deploy', deployment)
    return { id: deployment.contract_id, results: await this.settled(node, deployment.contract_id) }
  }

  /** The results of a deployment's workloads by their names, once none is under way. */
  async settled(node: number, contract_id: number): Promise<Record<string, NonNullable<Workload['result']>>> {
    let results: Record<string, NonNullable<Workload['result']>> = {}
    const isSettled = async () => {
      const { workloads } = (await this.ask(node, 'zos.deployment.get', { contract_id })) as Deployment
      results = Object.fromEntries(workloads.map(({ name, result }) => [name, result!]))
      return workloads.every(({ result }) => result!.state !== 'init')
    }
    await expect.poll(isSettled, { timeout: 10_000, interval: 50 }).toBe(true)
    return results
  }

  cancel(contractId: number): Promise<unknown> {
    return submit(this.api, this.signer, [{ call: 'cancel-contract', contractId }])
  }

  /** Gives all her money away. */
  spendAll(): Promise<void> {
    const farmer = this.#grid.chain.twin(1)!.account
    return this.#send(this.api.tx.balances!.transferAll!(farmer, false))
  }

  /** Sends a call that the app has no use for. */
  async #send(transaction: SubmittableExtrinsic<'promise'>): Promise<void> {
    const pair = new Keyring({ type: 'sr25519' }).addFromUri(this.#mnemonic)
    await new Promise<void>((resolve, reject) => {
      const told = ({ status, dispatchError }: ISubmittableResult) => {
        if (dispatchError) reject(new Error(dispatchError.toString()))
        else if (status.isInBlock) resolve()
      }
      transaction.signAndSend(pair, { nonce: -1 }, told).catch(reject)
    })
  }

  /** Tells how the line to the relay is. */
  onRelay(listener: (state: RelayState) => void): void {
    this.#rmb.onState(listener)
  }

  async leave(): Promise<void> {
    this.#rmb.close()
    await this.api.disconnect()
  }
}

/** What GridProxy says at `path`. */
export const read = async (grid: Grid, path: string) => (await fetch(`${grid.ready.gridproxy}${path}`)).json()
