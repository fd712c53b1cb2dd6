import type { PublicIp, PublicIpResult } from '#domain/workloads/ip.ts'
import type { ChainIp } from '../../chain/nouns.ts'
import { publicIpv6 } from '../addresses.ts'
import type { Report } from '../deployments.ts'
import { InstallError } from './install-error.ts'
import type { Job } from './installer.ts'

type IpJob = Job<'ip'> | Job<'ipv4'>

export const noneLeft = 'could not allocate public IP address to workload'

const nothing: PublicIpResult = { ip: '', ip6: '', gateway: '' }

const isIp = ({ type }: Report) => type === 'ip' || type === 'ipv4'
const wantsV4 = ({ type, data }: Report) => type === 'ipv4' || (data as PublicIp).v4

/** The first of the contract's addresses that no other workload of the deployment has. */
function assigned({ name, current, chain, neighbours }: IpJob): Pick<ChainIp, 'ip' | 'gateway'> {
  if (current.result.state === 'ok') return current.result.data as PublicIpResult
  const reserved = chain.reservedIps()
  const workloads = neighbours.filter(isIp)
  if (workloads.filter(wantsV4).length > reserved.length)
    throw new InstallError(
      `required ${workloads.length} ips while contract has ${reserved.length} ip reserved`,
      nothing,
    )
  const used = workloads
    .filter((one) => one.name !== name && one.result.state === 'ok')
    .map(({ result }) => (result.data as PublicIpResult).ip)
  const free = reserved.find(({ ip }) => !used.includes(ip))
  if (!free) throw new InstallError(noneLeft, nothing)
  return free
}

/** Source: zosbase pkg/primitives/pubip/public_ip.go, for both types */
export function assignIp(job: IpJob, { v4, v6 }: PublicIp): PublicIpResult {
  const ip6 = v6 ? publicIpv6(job.node, job.id) : ''
  if (ip6 === undefined) throw new InstallError('could not look up ipv6 prefix: no public ipv6 found', nothing)
  const { ip, gateway } = v4 ? assigned(job) : nothing
  return { ip, ip6: ip6 && `${ip6}/64`, gateway }
}
