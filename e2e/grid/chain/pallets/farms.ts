import type { Bytes, Struct, u32, Vec } from '@polkadot/types'
import { u8aEq, u8aToString } from '@polkadot/util'
import { mostIps } from '#domain/farm-ips.ts'
import { farmNameProblem } from '#domain/farm-name.ts'
import { publicIp4Problem } from '#domain/public-address.ts'
import { refusals } from '../dispatch-error.ts'
import type { ChainFarm, ChainIp } from '../nouns.ts'
import type { Storage } from '../state/storage.ts'
import {
  farmId,
  farmIdByName,
  farms as farmItems,
  farmWire,
  payouts,
  twinIdByAccount,
  twins,
} from '../state/tfgrid-items.ts'
import type { Frame, Pallet } from './pallet.ts'

const name = 'TfgridModule'
const refuse = refusals(name)

const textOf = (bytes: Bytes): string => u8aToString(bytes.toU8a(true))
const field = (struct: Struct, name: string): string => textOf(struct.get(name) as Bytes)

/** @throws DispatchError */
export const twinOf = ({ state, caller }: Frame): number =>
  state.read(twinIdByAccount, caller) ?? refuse('TwinNotExists')
const farmOf = (state: Storage, id: number): ChainFarm => state.read(farmItems, id) ?? refuse('FarmNotExists')

/** The caller's farm, found by the caller's twin. */
function farmOfTwin(frame: Frame, id: number): ChainFarm {
  const twin = twinOf(frame)
  const farm = farmOf(frame.state, id)
  if (farm.twinId !== twin) refuse('CannotUpdateFarmWrongTwin')
  return farm
}

/** The caller's farm, found by the farm's twin: a caller without a twin is told the same as a stranger. */
export function farmOfCaller({ state, caller }: Frame, id: number): ChainFarm {
  const farm = farmOf(state, id)
  const { account } = state.read(twins, farm.twinId) ?? refuse('TwinNotExists')
  if (!u8aEq(account, caller)) refuse('CannotUpdateFarmWrongTwin')
  return farm
}

function checkName(wanted: string): void {
  const problem = farmNameProblem(wanted)
  if (problem) refuse(problem.said)
}

function store({ state, emit }: Frame, event: 'FarmStored' | 'FarmUpdated', farm: ChainFarm): void {
  state.write(farmItems, [farm.id], farm)
  emit(name, event, [farmWire(farm)], { kind: 'farm-stored', farm })
}

/** A farm's addresses, each once. */
function freshIps(pairs: Vec<Struct>): ChainIp[] {
  const ips: ChainIp[] = []
  for (const pair of pairs) {
    const [ip, gateway] = [field(pair, 'ip'), field(pair, 'gw')]
    if (publicIp4Problem(ip, gateway)) refuse('InvalidPublicIP')
    if (ips.some((known) => known.ip === ip && known.gateway === gateway)) refuse('IpExists')
    if (ips.push({ ip, gateway, contractId: 0 }) > mostIps) refuse('InvalidPublicIP')
  }
  return ips
}

/** What farmers do with their farms. Checks and their order: tfchain pallet-tfgrid farm.rs (33046d6). */
export const farms: Pallet = {
  name,
  bounds: {
    create_farm: { name: 40, 'public_ips.ip': 18, 'public_ips.gw': 15 },
    update_farm: { name: 40 },
    add_farm_ip: { ip: 18, gw: 15 },
    remove_farm_ip: { ip: 18 },
  },
  calls: {
    create_farm(frame: Frame, wanted: Bytes, publicIps: Vec<Struct>) {
      const { state } = frame
      const [twinId, farmName] = [twinOf(frame), textOf(wanted)]
      if (state.read(farmIdByName, farmName) !== undefined) refuse('FarmExists')
      checkName(farmName)
      const farm: ChainFarm = {
        id: (state.read(farmId) ?? 0) + 1,
        name: farmName,
        twinId,
        pricingPolicyId: 1,
        certification: 'NotCertified',
        publicIps: freshIps(publicIps),
        dedicated: false,
      }
      state.write(farmIdByName, [farmName], farm.id)
      state.write(farmId, [], farm.id)
      store(frame, 'FarmStored', farm)
    },

    update_farm(frame: Frame, id: u32, wanted: Bytes) {
      const { state } = frame
      const [farm, farmName] = [farmOfTwin(frame, id.toNumber()), textOf(wanted)]
      checkName(farmName)
      const holder = state.read(farmIdByName, farmName)
      if (holder === farm.id) return
      if (holder !== undefined) refuse('InvalidFarmName')
      state.write(farmIdByName, [farm.name], undefined)
      state.write(farmIdByName, [farmName], farm.id)
      store(frame, 'FarmUpdated', { ...farm, name: farmName })
    },

    add_stellar_payout_v2address(frame: Frame, id: u32, address: Bytes) {
      const farm = farmOfTwin(frame, id.toNumber())
      frame.state.write(payouts, [farm.id], address.toU8a(true))
      const payout = { farmId: farm.id, address: textOf(address) }
      frame.emit(name, 'FarmPayoutV2AddressRegistered', [farm.id, address], { kind: 'payout-stored', payout })
    },

    add_farm_ip(frame: Frame, id: u32, address: Bytes, gw: Bytes) {
      const farm = farmOfCaller(frame, id.toNumber())
      const [ip, gateway] = [textOf(address), textOf(gw)]
      if (publicIp4Problem(ip, gateway)) refuse('InvalidPublicIP')
      if (farm.publicIps.some((known) => known.ip === ip)) refuse('IpExists')
      if (farm.publicIps.length >= mostIps) refuse('InvalidPublicIP')
      store(frame, 'FarmUpdated', { ...farm, publicIps: [...farm.publicIps, { ip, gateway, contractId: 0 }] })
    },

    remove_farm_ip(frame: Frame, id: u32, address: Bytes) {
      const farm = farmOfCaller(frame, id.toNumber())
      const ip = textOf(address)
      const place = farm.publicIps.findIndex((known) => known.ip === ip && known.contractId === 0)
      if (place < 0) refuse('IpNotExists')
      store(frame, 'FarmUpdated', { ...farm, publicIps: farm.publicIps.filter((_, i) => i !== place) })
    },
  },
}
