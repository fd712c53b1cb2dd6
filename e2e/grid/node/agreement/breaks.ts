import { images } from '#domain/deployment/images.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { newDeployment, type Plan } from '#domain/plan/plan.ts'
import { gib, mib } from '#domain/units.ts'
import { network } from '../../testbed.ts'
import { nameGateway } from '../install/samples.ts'
import type { SoleNode, Wanted } from '../install/sole-node.ts'
import type { lightPlan, wholePlan } from './whole-plan.ts'

type Parts = ReturnType<typeof wholePlan>['parts']
type LightParts = ReturnType<typeof lightPlan>['parts']
export type Break<P> = (parts: P, plan: Plan) => unknown

const full = images.find(({ kind }) => kind === 'full')!.flist
const also = (plan: Plan, workload: Workload) =>
  plan.nodes[0]!.deployments.push({ deployment: newDeployment([workload]) })

/** Ways to make a plan that no node takes, each by one rule. */
export const refusedWhenAsked: Record<string, Break<Parts>> = {
  'a name with a dash': ({ disk1, vm1 }) => {
    disk1.name = 'disk-1'
    vm1.data.mounts![0]!.name = 'disk-1'
  },
  'no name': ({ db1 }) => (db1.name = ''),
  'a name of 37 letters': ({ db1 }) => (db1.name = 'd'.repeat(37)),
  'the name ygg': ({ db1 }) => (db1.name = 'ygg'),
  'a name twice': ({ db1 }) => (db1.name = 'vol1'),
  'a version above': ({ db1 }) => (db1.version = 1),
  'no such type': ({ db1 }) => ((db1 as { type: string }).type = 'zdb2'),
  'half a byte': ({ disk1 }) => (disk1.data.size = 1.5),
  'a network without a range': ({ net1 }) => (net1.data.ip_range = ''),
  'a network without a subnet': ({ net1 }) => (net1.data.subnet = ''),
  'a network with no subnet at all': ({ net1 }) => (net1.data.subnet = '10.20.2'),
  'a network without a key': ({ net1 }) => (net1.data.wireguard_private_key = ''),
  'a peer without addresses': ({ net1 }) =>
    (net1.data.peers = [{ subnet: '10.20.3.0/24', wireguard_public_key: 'x', allowed_ips: [], endpoint: '' }]),
  'a short mycelium key': ({ net1 }) => (net1.data.mycelium!.hex_key = '11'),
  'a mycelium key that is no hex': ({ net1 }) => (net1.data.mycelium!.hex_key = 'xy'.repeat(32)),
  'mycelium peers': ({ net1 }) => (net1.data.mycelium!.peers = ['tcp://[::1]:1']),
  'a public IP of neither kind': ({ ip1 }) => (ip1.data = { v4: false, v6: false }),
  'an empty disk': ({ disk1 }) => (disk1.data.size = 0),
  'an empty volume': ({ vol1 }) => (vol1.data.size = 0),
  'an unknown mode': ({ db1 }) => ((db1.data as { mode: string }).mode = 'both'),
  'two networks': ({ vm1 }) => vm1.data.network.interfaces.push({ network: 'net1', ip: '10.20.2.9' }),
  'no address': ({ vm1 }) => (vm1.data.network.interfaces[0]!.ip = ''),
  'half an address': ({ vm1 }) => (vm1.data.network.interfaces[0]!.ip = '10.20.2'),
  'no cores': ({ vm1 }) => (vm1.data.compute_capacity.cpu = 0),
  '300 cores': ({ vm1 }) => (vm1.data.compute_capacity.cpu = 300),
  '100 MiB of memory': ({ vm1 }) => (vm1.data.compute_capacity.memory = mib(100)),
  'a small root disk': ({ vm1 }) => (vm1.data.size = mib(100)),
  'a public IP that is not there': ({ vm1 }) => (vm1.data.network.public_ip = 'ip9'),
  'a public IP for two': ({ vm2 }) => (vm2.data.network.public_ip = 'ip1'),
  'a reserved network': ({ vm1 }) => (vm1.data.network.interfaces[0]!.network = 'ygg'),
  'a short seed': ({ vm1 }) => (vm1.data.network.mycelium!.hex_seed = '0002'),
  'logs of nobody': ({ logs1 }) => (logs1.data.zmachine = 'vm9'),
  'logs to the web': ({ logs1 }) => (logs1.data.output = 'https://example.com'),
  'more shards than expected': ({ fs1 }) => (fs1.data.config.minimal_shards = 9),
  'no backends': ({ web }) => (web.data.backends = []),
  'a backend over TLS': ({ web }) => (web.data.backends = ['https://[300::1]:443']),
  'a backend by name': ({ web }) => (web.data.backends = ['http://example.com']),
  'a backend at home': ({ web }) => (web.data.backends = ['http://127.0.0.1']),
  'TLS passed on to a URL': ({ own }) => (own.data.backends = ['http://10.20.2.5:443']),
  'TLS passed on to port 70000': ({ own }) => (own.data.backends = ['10.20.2.5:70000']),
  'a name with a dot': ({ web }) => (web.data.name = 'my.web'),
  'half a domain': ({ own }) => (own.data.fqdn = 'example'),
}

/** Ways to make a plan that its node takes and then cannot install. */
export const failedLater: Record<string, Break<Parts>> = {
  'an address elsewhere': ({ vm1 }) => (vm1.data.network.interfaces[0]!.ip = '10.20.3.5'),
  'the gateway’s address': ({ vm1 }) => (vm1.data.network.interfaces[0]!.ip = '10.20.2.1'),
  'an IPv6 address': ({ vm1 }) => (vm1.data.network.interfaces[0]!.ip = 'fd00::5'),
  'a network that is not there': ({ vm1 }) => (vm1.data.network.interfaces[0]!.network = 'net9'),
  'mycelium of a network that is not there': ({ vm1 }) => (vm1.data.network.mycelium!.network = 'net9'),
  'no mycelium in the network': ({ net1 }) => (net1.data.mycelium = null),
  'a seed of zeros': ({ vm1 }) => (vm1.data.network.mycelium!.hex_seed = '0'.repeat(12)),
  'a seed of ones': ({ vm1 }) => (vm1.data.network.mycelium!.hex_seed = 'FF'.repeat(6)),
  'a disk that is not there': ({ vm1 }) => (vm1.data.mounts![0]!.name = 'disk9'),
  'a machine as a disk': ({ vm1 }) => (vm1.data.mounts![0]!.name = 'vm2'),
  'a disk as a public IP': ({ vm1 }) => (vm1.data.network.public_ip = 'disk1'),
  'a disk at /': ({ vm1 }) => (vm1.data.mounts![0]!.mountpoint = '/'),
  'a volume at /a/..': ({ vm1 }) => (vm1.data.mounts![1]!.mountpoint = '/a/..'),
  'nothing to boot from': ({ vm2 }) => (vm2.data.flist = full),
  'a volume to boot from': ({ vm1 }) => {
    vm1.data.flist = full
    vm1.data.mounts!.reverse()
  },
  'too little to boot from': ({ vm1, disk1 }) => {
    vm1.data.flist = full
    disk1.data.size = gib(2)
  },
  '9 cores of 8': ({ vm1 }) => (vm1.data.compute_capacity.cpu = 9),
  '60 GiB of memory': ({ vm1 }) => (vm1.data.compute_capacity.memory = gib(60)),
  'memory for one of two': ({ vm1, vm2 }) => {
    vm1.data.compute_capacity.memory = gib(30)
    vm2.data.compute_capacity.memory = gib(30)
  },
  'a disk of 500 GiB': ({ disk1 }) => (disk1.data.size = gib(500)),
  'room for one of two': ({ disk1, vol1 }) => {
    disk1.data.size = gib(250)
    vol1.data.size = gib(250)
  },
  'a root disk of 500 GiB': ({ vm1 }) => (vm1.data.size = gib(500)),
  'a database of 2000 GiB': ({ db1 }) => (db1.data.size = gib(2000)),
  'a card of a node that nobody rents': ({ vm1 }) => (vm1.data.gpu = ['0000:28:00.0/1002/731f']),
  'a taken port': ({ net1 }) => (net1.data.wireguard_listen_port = 4000),
  'a port twice': (_, plan) => also(plan, network('net2', '10.20.3.0/24', 3011)),
  'a backend on the node itself': ({ web }) => (web.data.backends = ['http://29.0.1.2:80']),
  'a name of somebody else': ({ web }) => (web.data.name = 'theirs'),
  'a name twice for gateways': (_, plan) => also(plan, nameGateway('web2', { name: 'web' })),
  'a domain of the node': ({ own }) => (own.data.fqdn = 'www.gent1.local.grid.tf'),
  'a domain that points elsewhere': ({ own }) => (own.data.fqdn = 'www.29.0.9.9.sslip.io'),
  'a gateway to a network that is not there': ({ inner }) => (inner.data.network = 'net9'),
  'a gateway to no network': ({ inner }) => (inner.data.network = ''),
}

/** A network whose name the twin has there already is refused when it is sent. */
export const conflicts: Record<string, Break<Parts>> = {
  'a network that runs': (_, plan) => also(plan, network('old', '10.20.3.0/24', 3012)),
  'a network twice': (_, plan) => also(plan, network('net1', '10.20.3.0/24', 3012)),
}

const card = { id: '0000:28:00.0/1002/731f', vendor: 'AMD', device: 'Navi', vram: 0 }

/** Nodes on which a plan does not hold good that does on others. */
export const places: Record<string, { wanted?: Wanted; change?: Break<Parts>; prepare?: (sole: SoleNode) => unknown }> =
  {
    'without a public address': { wanted: { publicConfig: null } },
    'without a domain': {
      wanted: { publicConfig: { ip4: { ip: '29.0.1.2/24', gw: '29.0.1.1' }, ip6: null, domain: null } },
    },
    'without IPv6': { wanted: { hasIpv6: false }, change: ({ ip1 }) => (ip1.data.v6 = true) },
    'with ZOS light': { wanted: { light: true } },
    'with a card, and nobody rents it': {
      wanted: { cards: [{ ...card, contract: 0 }] },
      change: ({ vm1 }) => (vm1.data.gpu = [card.id]),
    },
    'with a card in use': {
      wanted: { cards: [{ ...card, contract: 77 }] },
      prepare: (sole) => (sole.isRented = true),
      change: ({ vm1 }) => (vm1.data.gpu = [card.id]),
    },
    'with a card for two': {
      wanted: { cards: [{ ...card, contract: 0 }] },
      prepare: (sole) => (sole.isRented = true),
      change: ({ vm1, vm2 }) => {
        vm1.data.gpu = [card.id]
        vm2.data.gpu = [card.id]
      },
    },
    'without that card': {
      wanted: { cards: [{ ...card, contract: 0 }] },
      prepare: (sole) => (sole.isRented = true),
      change: ({ vm1 }) => (vm1.data.gpu = ['0000:99:00.0/1002/731f']),
    },
  }

/** On a node with ZOS light. */
export const lightBreaks: Record<string, Break<LightParts>> = {
  'no mycelium key': ({ net1 }) => (net1.data.mycelium.hex_key = ''),
  'a network in IPv6': ({ net1 }) => (net1.data.subnet = 'fd00::/64'),
  'an address elsewhere': ({ vm1 }) => (vm1.data.network.interfaces[0]!.ip = '10.20.3.5'),
  'a disk at /': ({ vm1 }) => (vm1.data.mounts![0]!.mountpoint = '/'),
  '9 cores of 8': ({ vm1 }) => (vm1.data.compute_capacity.cpu = 9),
  'a full network': (_, plan) => also(plan, network('net2', '10.20.3.0/24', 3012)),
}
