import { authorMethods } from './author-methods.ts'
import { chainMethods } from './chain-methods.ts'
import type { Methods } from './connection.ts'
import { devMethods } from './dev-methods.ts'
import { stateMethods } from './state-methods.ts'
import { systemMethods } from './system-methods.ts'

/** Every method the chain answers. */
export function rpcMethods(onFunded: (account: Uint8Array) => void): Methods {
  const methods: Methods = {
    ...systemMethods,
    ...chainMethods,
    ...stateMethods,
    ...authorMethods,
    ...devMethods(onFunded),
    rpc_methods: () => ({ methods: Object.keys(methods).sort() }),
  }
  return methods
}
