import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { images } from '#domain/deployment/images.ts'
import { placed, type Plan } from '../plan.ts'
import { toPlanned } from '../planned.ts'
import { find, namesIn } from '../references.ts'
import { blankAnswers, isAsked, password, planOf, type Answers, type Chance, type Template } from '../template.ts'
import { encryptionKey } from './qsfs.ts'
import { templateOf, templates } from './all.ts'

/** Always the same, so that a test can tell what is by chance. */
const chance: Chance = { bytes: (length) => new Uint8Array(length).fill(7), number: () => 0.5 }
const key = 'ssh-ed25519 AAAA me'
const filledIn: Answers = {
  ssh: key,
  subdomain: 'shop',
  domain: 'shop.example.com',
  ownDomain: 'own.example.com',
  email: 'me@example.com',
  backend: '185.1.2.3:80',
}
const make = (id: string, answers: Answers = {}): Plan =>
  planOf(templateOf(id)!, 'shop1', { ...filledIn, ...answers }, chance)
const workloads = (plan: Plan) => placed(plan).map(({ workload }) => workload)
const machines = (plan: Plan) =>
  workloads(plan).filter((workload): workload is Workload<'zmachine'> => workload.type === 'zmachine')
const env = (plan: Plan) => machines(plan)[0]!.data.env!

test('templates have ids of their own, and ten official applications are among them', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  expect(templates.filter(({ kind }) => kind === 'app').length).toBeGreaterThanOrEqual(10)
})

test.each(templates.map((template): [string, Template] => [template.id, template]))(
  '%s: every name in its plan is that of something in the plan, and no two things of a contract share one',
  (_, template) => {
    const plan = planOf(template, 'shop1', filledIn, chance)
    for (const { at, workload } of placed(plan))
      for (const { name, as } of namesIn(workload)) expect([name, find(plan, at, name, as)]).not.toContain(undefined)
    for (const { deployment } of plan.nodes.flatMap(({ deployments }) => deployments)) {
      const names = deployment.workloads.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    }
  },
)

test.each(templates.map((template): [string, Template] => [template.id, template]))(
  '%s: what it makes says so in contracts, as other clients look for it',
  (id, template) => {
    const plan = planOf(template, 'shop1', filledIn, chance)
    const chosen = { ...plan, nodes: plan.nodes.map((node, i) => ({ ...node, node: i + 1 })) }
    const data = toPlanned(chosen, 9, () => ({ twinId: 1, domain: 'grid.tf' })).map(({ contractData }) => contractData)
    const project = id.startsWith('gateway') ? 'domains' : id
    if (id !== 'blank') expect(data.every((text) => text.includes(`"projectName":"${project}/shop1"`))).toBe(true)
  },
)

test.each(templates.filter(({ asks }) => asks.some(({ kind }) => kind === 'ssh')).map(({ id }) => [id]))(
  '%s: whose key was given may enter every machine',
  (id) => {
    const found = machines(make(id))
    expect(found.length).toBeGreaterThan(0)
    for (const { data } of found) expect(Object.values(data.env!)).toContain(key)
  },
)

test('an application by name is behind a gateway on a node of its own and knows where it will be', () => {
  const plan = make('nextcloud', { web: 'name' })
  expect(plan.nodes.map(({ deployments }) => deployments.length)).toEqual([2, 1])
  expect(workloads(plan).at(-1)).toMatchObject({
    type: 'gateway-name-proxy',
    data: { name: 'shop', backends: ['http://[{vm1.mycelium_ip}]:80'] },
  })
  expect(env(plan)).toMatchObject({
    NEXTCLOUD_DOMAIN: '{web.fqdn}',
    NEXTCLOUD_AIO_LINK: '{web.fqdn}/aio',
    IPV4: 'false',
  })
})

test('an application under one’s own domain is behind a gateway, or at a public address of its own', () => {
  expect(workloads(make('jitsi', { web: 'domain' })).at(-1)).toMatchObject({
    type: 'gateway-fqdn-proxy',
    data: { fqdn: 'shop.example.com' },
  })
  const direct = make('jitsi', { web: 'public' })
  expect(workloads(direct).map(({ type }) => type)).toEqual(['network', 'zmount', 'ip', 'zmachine'])
  expect(env(direct)).toMatchObject({ JITSI_HOSTNAME: 'own.example.com' })
})

test('mail is sent by the server that was named, and not at all without one', () => {
  const mail = { mail: true, mailHost: 'mx', mailPort: 465, mailUser: 'u', mailPassword: 'p', mailFrom: 'a@b.c' }
  expect(env(make('owncloud', mail))).toMatchObject({
    OWNCLOUD_MAIL_SMTP_SECURE: 'ssl',
    OWNCLOUD_MAIL_FROM_ADDRESS: 'a',
    OWNCLOUD_MAIL_DOMAIN: 'b.c',
  })
  expect(env(make('mattermost', mail))).toMatchObject({ SMTPServer: 'mx', SMTPPort: '465' })
  expect(env(make('taiga', mail))).toMatchObject({ EMAIL_USE_TLS: 'False', EMAIL_USE_SSL: 'True' })
  expect(env(make('discourse', { ...mail, mailPort: 587 }))).toMatchObject({ DISCOURSE_SMTP_ENABLE_START_TLS: 'true' })
  expect(env(make('gitea', mail))).toMatchObject({ GITEA__mailer__ENABLED: 'true', GITEA__mailer__HOST: 'mx' })
  expect(env(make('mattermost', { mail: false }))).not.toHaveProperty('SMTPServer')
})

test('workers know their master and its token; each may have a node of its own in the same network', () => {
  const together = make('kubernetes', { workers: 2, spread: 'one', token: 'secret' })
  expect(together.nodes).toHaveLength(1)
  expect(machines(together).map(({ data }) => data.env!['K3S_URL'])).toEqual([
    '',
    'https://10.20.2.2:6443',
    'https://10.20.2.2:6443',
  ])
  expect(machines(together)[0]!.data.network.interfaces[0]!.ip).toBe('10.20.2.2')
  const apart = make('kubernetes', { workers: 2, spread: 'each' })
  expect(apart.nodes).toHaveLength(3)
  const names = workloads(apart).flatMap(({ type, name }) => (type === 'network' ? [name] : []))
  expect(new Set(names).size).toBe(1)
})

test('a file system has its data in counted databases and its metadata in four others', () => {
  const plan = make('qsfs', { count: 5, password: 'p', key: 'k' })
  const modes = workloads(plan).flatMap((workload) => (workload.type === 'zdb' ? [workload.data.mode] : []))
  expect(modes).toEqual(['seq', 'seq', 'seq', 'seq', 'seq', 'user', 'user', 'user', 'user'])
  const storage = workloads(plan).find(({ type }) => type === 'qsfs') as Workload<'qsfs'>
  expect(storage.data.config).toMatchObject({ minimal_shards: 3, expected_shards: 5 })
  expect(storage.data.config.groups![0]!.backends).toHaveLength(5)
  expect(storage.data.config.meta.config.backends).toHaveLength(4)
  expect(machines(plan)[0]!.data.mounts).toEqual([{ name: 'qsfs1', mountpoint: '/qsfs' }])
})

test('a text becomes the key of a file system as other clients make it', () => {
  // MD5 of "test" in hex, its characters in hex again.
  expect(encryptionKey('test')).toBe(Buffer.from('098f6bcd4621d373cade4e832627b4f6').toString('hex'))
})

test('a gateway that hands TLS through has bare backends; without one yet there are none', () => {
  const backends = (answers: Answers) =>
    (workloads(make('gateway-name', answers))[0] as Workload<'gateway-name-proxy'>).data.backends
  expect(backends({ passthrough: true })).toEqual(['185.1.2.3:80'])
  expect(backends({ backend: 'http://185.1.2.3:80' })).toEqual(['http://185.1.2.3:80'])
  expect(backends({ backend: '' })).toEqual([])
})

test('a full machine boots from its disk', () => {
  const [machine] = machines(make('fullvm'))
  expect(images.find(({ flist }) => flist === machine!.data.flist)?.kind).toBe('full')
  expect(machine!.data.mounts).toHaveLength(1)
})

test('a network may be called as the plan is, where a network can have the name', () => {
  expect(workloads(make('network')).map(({ name }) => name)).toEqual(['shop1', 'shop1'])
  expect(workloads(planOf(templateOf('network')!, 'my net', {}, chance))[0]!.name).toMatch(/^nw[a-z]{5}$/)
})

test('secrets are made by chance, and what depends on an answer is asked only then', () => {
  const nextcloud = templateOf('nextcloud')!
  const subdomain = nextcloud.asks.find(({ name }) => name === 'subdomain')!
  expect([isAsked(subdomain, { web: 'name' }), isAsked(subdomain, { web: 'public' })]).toEqual([true, false])
  expect(blankAnswers(templateOf('zdb')!, chance)['password']).toBe(password(chance, 16))
  expect(password(chance, 4)).toMatch(/^[a-z2-9]{4}$/)
})
