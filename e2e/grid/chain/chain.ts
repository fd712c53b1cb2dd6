import type { WebSocket } from 'ws'
import type { ChainContract, ChainEvent, ChainFarm, ChainGenesis, ChainNode, ChainTwin } from './nouns.ts'

/** The local TFChain, laid out as spec 152: one author, blocks sealed by a timer. */
export class Chain {
  constructor(options: { genesis: ChainGenesis; blockMs?: number }) {
    void options
  }
  async start(): Promise<void> {}
  stop(): void {}
  /** Serves JSON-RPC on a websocket that has been opened. */
  accept(socket: WebSocket): void {
    socket.close()
  }
  twin(_id: number): ChainTwin | undefined {
    return undefined
  }
  twinIdOf(_account: Uint8Array): number | undefined {
    return undefined
  }
  farm(_id: number): ChainFarm | undefined {
    return undefined
  }
  node(_id: number): ChainNode | undefined {
    return undefined
  }
  contract(_id: number): ChainContract | undefined {
    return undefined
  }
  contractByName(_name: string): ChainContract | undefined {
    return undefined
  }
  twins(): Iterable<ChainTwin> {
    return []
  }
  farms(): Iterable<ChainFarm> {
    return []
  }
  nodes(): Iterable<ChainNode> {
    return []
  }
  contracts(): Iterable<ChainContract> {
    return []
  }
  /** What the account may spend. */
  balance(_account: Uint8Array): bigint {
    return 0n
  }
  /** Puts an amount on an account; resolves once the block that holds it is sealed. */
  async fund(_account: Uint8Array, _amount: bigint): Promise<void> {}
  /** Returns the way to stop listening. */
  onEvent(_listener: (event: ChainEvent) => void): () => void {
    return () => {}
  }
  /** Accounts that were funded by the RPC method `dev_fund`. Returns the way to stop listening. */
  onFunded(_listener: (account: Uint8Array) => void): () => void {
    return () => {}
  }
}
