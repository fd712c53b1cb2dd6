import type { Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import type { Written } from './seeder.ts'

const bare = (name: string) => ({ version: 0, name, metadata: '', description: '' })

/** As tfgrid-sdk-ts grid_client 2.9.2 makes a private network: the contract's text is in its metadata too. */
export function tsNetwork(name: string, project: string, third: number, port: number): Written {
  const data = JSON.stringify({ version: 3, type: 'network', name, projectName: project })
  return {
    data,
    more: { metadata: data },
    workloads: [
      {
        ...bare(name),
        type: 'network',
        metadata: '{"version":3,"user_accesses":[]}',
        data: {
          __type: 'network',
          ip_range: '10.20.0.0/16',
          subnet: `10.20.${third}.0/24`,
          wireguard_private_key: 'mHzQ0YJNQWpvqJ3wQ0h0yqQdZ5Z6cQ5v3n0qvQ0h0yo=',
          wireguard_listen_port: port,
          peers: [],
          mycelium: { hex_key: `${third}`.padStart(2, '0').repeat(32), peers: [] },
        },
      },
    ],
  }
}

/** And a machine with a disk, which says its type and node in members that only that client knows. */
export const tsMachine = (name: string, network: string, third: number): Written => ({
  data: JSON.stringify({ version: 3, type: 'vm', name, projectName: `vm/${name}` }),
  workloads: [
    { ...bare(`${name}_disk0`), type: 'zmount', data: { __type: 'zmount', size: gib(15) } },
    {
      ...bare(name),
      type: 'zmachine',
      data: {
        __type: 'zmachine',
        node_id: 1,
        flist: 'https://hub.grid.tf/tf-official-apps/threefoldtech-ubuntu-22.04.flist',
        network: {
          public_ip: '',
          planetary: true,
          interfaces: [{ network, ip: `10.20.${third}.2` }],
          mycelium: { network, hex_seed: `0000${third.toString(16).padStart(2, '0')}000002` },
        },
        size: 0,
        compute_capacity: { cpu: 1, memory: gib(1) },
        mounts: [{ name: `${name}_disk0`, mountpoint: '/mnt/data' }],
        entrypoint: '/sbin/zinit init',
        env: { SSH_KEY: 'ssh-ed25519 AAAA' },
        corex: false,
        gpu: [],
      },
    },
  ],
})

/** As tfgrid-sdk-go makes a network: of the project that all of its networks have. */
export function goNetwork(name: string, third: number, port: number): Written {
  const { workloads } = tsNetwork(name, '', third, port)
  const data = JSON.stringify({ version: 3, type: 'network', name, projectName: 'Network' })
  return { data, more: { metadata: data }, workloads }
}

/** And a machine: `Network` with a capital, `null` for what it has none of, its contract's text in its metadata. */
export function goMachine(name: string, network: string, third: number): Written {
  const data = JSON.stringify({ version: 3, type: 'vm', name, projectName: `vm/${name}` })
  return {
    data,
    more: { metadata: data },
    workloads: [
      { ...bare('data'), type: 'volume', data: { size: gib(5) } },
      {
        ...bare(name),
        type: 'zmachine',
        data: {
          flist: 'https://hub.grid.tf/tf-official-apps/base:latest.flist',
          network: {
            public_ip: '',
            interfaces: [{ network, ip: `10.20.${third}.3` }],
            planetary: true,
            mycelium: { Network: network, hex_seed: 'a1b2c3d4e5f6' },
          },
          size: 0,
          compute_capacity: { cpu: 1, memory: gib(1) },
          mounts: [{ name: 'data', mountpoint: '/data' }],
          entrypoint: '/sbin/zinit init',
          env: null,
          corex: false,
          gpu: null,
        },
      },
    ],
  }
}

/** And a gateway: of a project of its own name, with the date of its expiration in words. */
export function goGateway(name: string, backend: string): Written {
  const data = JSON.stringify({ version: 3, type: 'Gateway Name', name, projectName: name })
  return {
    data,
    more: { metadata: data, expiration: '2021-07-16T00:15:39Z' },
    workloads: [
      {
        ...bare(name),
        type: 'gateway-name-proxy',
        data: { name, tls_passthrough: false, backends: [backend], network: null },
      },
    ],
  }
}

/** A database of tfgrid-sdk-ts, with the expiration that it gives all of them. */
export const tsDatabase = (name: string): Written => ({
  data: JSON.stringify({ version: 3, type: 'zdb', name, projectName: `zdb/${name}` }),
  more: { expiration: 1_626_394_539 },
  workloads: [
    { ...bare(name), type: 'zdb', data: { size: gib(10), mode: 'seq', password: 'first secret', public: false } },
  ],
})

/** A disk alone, under a contract that says nothing that could be read. */
export const wordless: Written = {
  data: 'made by hand',
  workloads: [{ ...bare('spare'), type: 'zmount', data: { size: gib(20) } } satisfies Partial<Workload>],
}
