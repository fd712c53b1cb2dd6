import type { Workload, WorkloadType } from '#domain/deployment/deployment.ts'
import type { DataOf } from '#domain/workloads/workload.ts'
import { bare, newDeployment, type Plan } from '../plan.ts'

/** Plans of every kind of workload and of awkward texts and numbers, the same ones for the same seed. For tests. */
export function somePlan(seed: number, workloads = 12): Plan {
  const chance = mulberry(seed)
  const upTo = (n: number) => Math.floor(chance() * n)
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)]!
  const many = <T>(make: (i: number) => T): T[] => Array.from({ length: upTo(4) }, (_, i) => make(i))
  const text = () => (chance() < 0.5 ? pick(awkward) : many(() => pick(awkward)).join(pick(['', ' ', '\n', ': '])))
  const word = () => `${pick(['vm', 'disk', 'net', 'ünï', 'a b'])}${upTo(100)}`
  const size = () => pick([0, 1, 107374182400, Number.MAX_SAFE_INTEGER, 9007199254740992n, 18446744073709551615n])
  const hex = (bytes: number) => Array.from({ length: bytes * 2 }, () => pick([...'0123456789abcdefABCDEF'])).join('')
  const ip = () => `10.${upTo(256)}.${upTo(256)}.${upTo(256)}`
  const maybe = (members: object): object => (chance() < 0.4 ? members : {})
  const unknown = () =>
    maybe({
      [pick(['__type', 'node_id', 'on', '~', '- x', '1.5', ''])]: pick([text(), size(), null, [1, { a: text() }], {}]),
    })

  const peer = () => ({
    subnet: `${ip()}/24`,
    wireguard_public_key: text(),
    allowed_ips: pick([null, many(() => `${ip()}/32`)]),
    endpoint: text(),
    ...unknown(),
  })
  const wireGuard = () => ({
    ip_range: '10.20.0.0/16',
    subnet: `${ip()}/24`,
    wireguard_private_key: btoa(hex(16)),
    wireguard_listen_port: upTo(65536),
    peers: pick([null, many(peer)]),
  })
  const mycelium = () => ({ hex_key: hex(32), ...maybe({ peers: pick([null, []]) }) })
  const machine = () => ({
    flist: text(),
    size: size(),
    compute_capacity: { cpu: upTo(256), memory: size(), ...unknown() },
    mounts: pick([null, many(() => ({ name: word(), mountpoint: text() }))]),
    entrypoint: text(),
    env: pick([null, Object.fromEntries(many((i) => [`${pick(['KEY', 'no', 'é', '12:30'])}${i}`, text()]))]),
    corex: chance() < 0.5,
    gpu: pick([null, [], ['0000:28:00.0/1002/731f']]),
    ...unknown(),
  })
  const joined = () => ({
    interfaces: many(() => ({ network: word(), ip: ip() })),
    ...maybe({ mycelium: pick([null, { [pick(['network', 'Network'])]: word(), hex_seed: hex(6) }]) }),
  })
  const encryption = () => ({ algorithm: 'AES', key: hex(32) })
  const backends = () =>
    pick([null, many(() => ({ address: text(), namespace: text(), password: `${text()}${hex(8)}` }))])
  const gateway = () => ({
    tls_passthrough: chance() < 0.5,
    backends: many(text),
    ...maybe({ network: pick([null, word()]) }),
  })

  const dataOf: { [T in WorkloadType]: () => DataOf[T] } = {
    network: () => ({ ...wireGuard(), ...maybe({ mycelium: pick([null, mycelium()]) }), ...unknown() }),
    'network-light': () => ({ subnet: `${ip()}/24`, mycelium: mycelium(), ...maybe(wireGuard()) }),
    ip: () => ({ v4: chance() < 0.5, v6: chance() < 0.5 }),
    ipv4: () => ({}),
    zmount: () => ({ size: size(), ...unknown() }),
    volume: () => ({ size: size() }),
    zmachine: () => ({ ...machine(), network: { public_ip: pick(['', word()]), planetary: true, ...joined() } }),
    'zmachine-light': () => ({ ...machine(), network: joined() }),
    zlogs: () => ({ zmachine: word(), output: text() }),
    zdb: () => ({ size: size(), mode: pick(['user', 'seq']), password: `${text()}${hex(8)}`, public: chance() < 0.5 }),
    qsfs: () => ({
      cache: size(),
      config: {
        minimal_shards: upTo(9),
        expected_shards: upTo(2 ** 32),
        redundant_groups: 0,
        redundant_nodes: 0,
        max_zdb_data_dir_size: 512,
        encryption: encryption(),
        meta: { type: 'zdb', config: { prefix: text(), encryption: encryption(), backends: backends() } },
        groups: pick([null, many(() => ({ backends: backends() }))]),
        compression: { algorithm: 'snappy' },
      },
    }),
    'gateway-name-proxy': () => ({ name: word(), ...gateway() }),
    'gateway-fqdn-proxy': () => ({ fqdn: text(), ...gateway() }),
  }
  const types = Object.keys(dataOf) as WorkloadType[]
  const workload = (i: number) => {
    const type = types[(seed + i) % types.length]!
    return { ...bare(`${word()}_${i}`), type, data: dataOf[type](), metadata: text(), ...unknown() } as Workload
  }
  const deployment = (from: number, to: number) => ({
    ...maybe({ contract_data: text() }),
    deployment: {
      ...newDeployment(
        Array.from({ length: to - from }, (_, i) => workload(from + i)),
        text(),
      ),
      ...maybe({ contract_id: pick([5, 18446744073709551615n]), version: 3, twin_id: 7 }),
      ...unknown(),
    },
    ...unknown(),
  })
  const half = workloads >> 1
  return {
    name: text(),
    solution: pick(['vm', 'yes', '']),
    nodes: [
      { node: null, deployments: [deployment(0, half)], ...unknown() },
      { node: upTo(9999), deployments: [deployment(half, half + 1), deployment(half + 1, workloads)] },
    ],
    ...unknown(),
  } as Plan
}

/** What writers and readers of texts trip over. */
const awkward = [
  '',
  ' ',
  'plain',
  'yes',
  'No',
  'null',
  '~',
  '0x1F',
  '012',
  '1e3',
  '12:30',
  '2026-01-31',
  '.inf',
  '<<',
  '=',
  '- a',
  'a: b',
  'a #b',
  '#',
  '&a',
  '*a',
  '!!str',
  '|',
  '>',
  '%',
  '@',
  '`',
  "'",
  '"',
  '\\',
  '\\n',
  '{x}',
  '[1]',
  ' lead',
  'trail ',
  '\ttab',
  'two\nlines',
  'end\n',
  '\n\nmany\n \n',
  'cr\r\nlf',
  '\u0000\u0007\u001b',
  '\u0085\u00a0\u2028\u2029\ufeff',
  'é€😀',
  '日本語',
  '---',
  '...',
  'x\n---\ny',
  '{"version":3,"user_accesses":[]}',
  '${a} %{b}',
  'ssh-ed25519 AAAA me@home\nssh-rsa BBBB',
  'x'.repeat(300),
]

/** A small generator of numbers by Tommy Ettinger, in the public domain. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
