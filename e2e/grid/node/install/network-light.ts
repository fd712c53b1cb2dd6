import ipaddr from 'ipaddr.js'
import { ipNet } from '#domain/ip.ts'
import { InstallError } from './install-error.ts'
import type { Installer, Job } from './installer.ts'
import { removeNetwork, setUpNetwork } from './private-network.ts'

const failed = (id: string, reason: string) => `failed to create network resource for network ${id}: ${reason}`

function setUp(job: Job<'network-light'>): null {
  const [address = ''] = ipNet(job.data.subnet).split('/')
  if (!ipaddr.IPv4.isValid(address)) throw new InstallError(failed(job.id, 'private ip range must be IPv4 address'))
  return setUpNetwork(job)
}

/** Source: zosbase pkg/primitives/network-light/network.go, pkg/netlight/network.go Create, resource/resource.go Create */
export const networkLight: Installer<'network-light'> = {
  effort: 0.8,
  mishap: ({ id }) => failed(id, 'failed to apply nft rules for namespace'),
  install: setUp,
  update: setUp,
  remove: removeNetwork,
}
