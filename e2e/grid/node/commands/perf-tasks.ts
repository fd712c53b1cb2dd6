import type { WorldNode } from '../../world/nodes.ts'
import { day, hour, minute } from '../../world/time.ts'
import type { Standing } from './command.ts'
import { seeded } from './seeded.ts'

type Task = {
  description: string
  /** Seconds from one run to the next, counted from midnight UTC, and the most it waits when its time has come. */
  every: number
  jitter: number
  run: (world: WorldNode, standing: Standing) => unknown
}

/** What the last health check found. Source: zosbase pkg/perf/healthcheck/{healthcheck,network}.go */
export const healthReport = ({ healthy }: WorldNode): { cache: string[]; network: string[] } => ({
  cache: healthy ? [] : ['failed to write to cache: open /var/cache/healthcheck: read-only file system'],
  network: [],
})

/** Against a public server, over TCP as fast as it goes and over UDP at the 10 Mbit/s it is limited to. */
function iperf(world: WorldNode) {
  const dice = seeded(world, 'iperf')
  const server = dice.pick(['speedtest.init7.net', 'ping.online.net', 'iperf.worldstream.nl', 'speedtest.uztelecom.uz'])
  const test = (test_type: 'tcp' | 'udp', upload_speed: number, download_speed: number) => {
    const [host_user, host_system] = [dice.between(0.2, 2), dice.between(1, 9)]
    const [remote_user, remote_system] = [dice.between(0.1, 1), dice.between(0.5, 5)]
    return {
      upload_speed,
      download_speed,
      server_host: server,
      server_ip: server,
      server_port: 5201,
      test_type,
      error: '',
      cpu_report: {
        host_total: host_user + host_system,
        host_user,
        host_system,
        remote_total: remote_user + remote_system,
        remote_user,
        remote_system,
      },
    }
  }
  const { upload, download } = world.speed
  const udp = Math.min(upload, 10e6)
  return [test('tcp', upload, download), test('udp', udp, udp * dice.between(0.97, 1))]
}

/** Only the first node of a farm looks at its addresses; the others report an error, which is `{}` in JSON. */
function publicIpValidation(world: WorldNode, { farm, isFirstOfFarm }: Standing) {
  if (!isFirstOfFarm) return {}
  const report = ({ ip, contractId }: { ip: string; contractId: number }) => {
    if (contractId !== 0) return { state: 'skipped', reason: 'ip is already assigned to a contract' }
    if (seeded(world, ip).chance(0.06)) return { state: 'invalid', reason: 'public ip does not match farm ip' }
    return { state: 'valid', reason: '' }
  }
  return Object.fromEntries(farm.publicIps.map((ip) => [ip.ip, report(ip)]))
}

/** Source: zosbase pkg/perf/{cpubench,iperf,publicip,healthcheck,provisiontest} */
export const tasks: Record<string, Task> = {
  'cpu-benchmark': {
    description: 'Measures the performance of the node CPU by reporting the timespent of computing a task in seconds.',
    every: 6 * hour,
    jitter: 0,
    run: ({ benchmark }) => benchmark,
  },
  iperf: {
    description: 'Test network performance against public iperf3 servers with both UDP and TCP',
    every: 6 * hour,
    jitter: 20 * minute,
    run: iperf,
  },
  'public-ip-validation': {
    description: 'Runs on the least NodeID node in a farm to validate all its IPs.',
    every: 6 * hour,
    jitter: 10 * minute,
    run: publicIpValidation,
  },
  healthcheck: {
    description:
      'health check task runs multiple checks to ensure the node is in a usable state and set flags for the power daemon to stop reporting uptime if it is not usable',
    every: 15 * minute,
    jitter: 0,
    run: healthReport,
  },
  provisiontest: {
    description:
      'daily provision test that deploys a test VM to verify the node can run virtual machines and sets flags for the power daemon',
    every: day,
    jitter: 30 * minute,
    run: ({ healthy }) => (healthy ? [] : ['failed to deploy test vm: failed to mount flist: read-only file system']),
  },
}
