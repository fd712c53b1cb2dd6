import { expandMetadata, Metadata, TypeRegistry } from '@polkadot/types'
import { u8aToHex } from '@polkadot/util'
import { expect, test } from 'vitest'
import { tfchain } from './layout.ts'
import { encodeMetadata } from './metadata.ts'

function read(offers: (pallet: string, call: string) => boolean) {
  const registry = new TypeRegistry()
  const metadata = new Metadata(registry, encodeMetadata(tfchain, offers))
  registry.setMetadata(metadata, undefined, { ContractIdProvides: { extrinsic: {}, payload: {} } })
  return { registry, metadata, decorated: expandMetadata(registry, metadata) }
}

const whole = read(() => true)

// From the metadata of the real chain, spec 152.
test.each([
  ['tfgridModule', 'createTwin', [null, null], '0x19110000'],
  ['utility', 'batchAll', [[]], '0x030200'],
  ['smartContractModule', 'cancelContract', [1], '0x1a020100000000000000'],
])('%s.%s encodes as on the real chain', (section, method, args, hex) => {
  expect(whole.decorated.tx[section]![method]!(...args).toHex()).toBe(hex)
})

test.each([
  ['system', 'events', '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7'],
  ['tfgridModule', 'nodesByFarmID', '0x19a2526838feefd7695a3b5715b415b1bd92a46950c36241b4e067cd0771d848'],
  [
    'smartContractModule',
    'contractBillingInformationByID',
    '0x44cb2e51a1811cda53a74b4395e03d575a96fd8c520b7965b7f21b0828fc689c',
  ],
])('%s.%s is kept where the real chain keeps it', (section, item, prefix) => {
  expect(u8aToHex(whole.decorated.query[section]![item]!.keyPrefix())).toBe(prefix)
})

test('events and errors stay whole whatever calls are offered', () => {
  const { metadata } = read((pallet) => pallet === 'System')
  const names = (kind: 'calls' | 'events' | 'errors') =>
    metadata.asLatest.pallets.filter((pallet) => pallet[kind].isSome).map(({ name }) => name.toString())
  expect(names('calls')).toEqual(['System'])
  expect(names('events')).toContain('SmartContractModule')
  expect(names('errors')).toContain('TfgridModule')
})

test('a missing account reads as the runtime has it', () => {
  const { fallback } = whole.decorated.query.system!.account!.meta
  // All zeros but for the flag that came with holds and freezes.
  expect(u8aToHex(fallback.toU8a(true))).toBe(`0x${'00'.repeat(79)}80`)
})
