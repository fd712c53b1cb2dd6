/**
 * Stands in for `@polkadot/wasm-crypto-init` in the built app. Everything that the wallet's library has in WebAssembly it
 * has in JavaScript too, and uses that when there is no other: a third of the worker is spared, and the page may be
 * forbidden to compile code.
 */
export const createWasm = async () => ({ error: null, type: 'none', wasm: null }) as const
export const packageInfo = { name: '@polkadot/wasm-crypto-init', path: '', type: 'none', version: 'none' } as const
