import { expect, test, vi } from 'vitest'
import { placed, type Plan } from '#domain/plan/plan.ts'
import { blankAnswers } from '#domain/plan/template.ts'
import { templates } from '#domain/plan/templates/all.ts'
import { replaceSecrets } from '#domain/plan/text/secrets.ts'
import { shared, toFillIn, withNewKeys, type Shared } from '#domain/plan/text/shared.ts'
import { somePlan } from '#domain/plan/text/some-plan.ts'
import { planLink, readLink } from './share-link.ts'

vi.stubGlobal('location', { origin: 'https://example.org' })

let n = 0
const chance = { bytes: (length: number) => Uint8Array.from({ length }, () => ++n), number: () => 0.5 }
const read = async (link: string): Promise<Shared> => {
  const found = await readLink(link)
  if ('words' in found) throw new Error(found.words)
  return found
}
const ssh = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me@home'
const secrets = {
  ADMIN_PASSWORD: 'hunter2-hunter2',
  GITHUB_PAT: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  DATABASE_URL: 'postgres://web:s3cr3t-pw@10.0.0.2/web',
  WORDS: 'abandon ability able about above absent absorb abstract absurd abuse access accident',
  CERT: '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----',
  CONFIG: '{"smtp":{"password":"in-json-pw"}}',
}
const open = { DOMAIN: 'shop.example.org', PORT: '8080', SSH_KEY: ssh }

/** A machine of a template with an environment of its own. */
function machinePlan(): Plan {
  const template = templates.find(({ id }) => id === 'vm')!
  const plan = template.plan('web', blankAnswers(template, chance), chance)
  const text = JSON.stringify(plan).replace(/"env":\{[^}]*\}/, `"env":${JSON.stringify({ ...open, ...secrets })}`)
  return JSON.parse(text) as Plan
}

test('no secret of a plan is in its link, whatever the plan', async () => {
  for (let seed = 0; seed < 60; seed++) {
    const plan = somePlan(seed)
    const found: string[] = []
    replaceSecrets(plan, ({ kind, value }) => {
      if (kind !== 'person' && /[0-9a-f]{12}/i.test(value)) found.push(value)
      return ''
    })
    expect(found.length, `seed ${seed}`).toBeGreaterThan(0)
    const text = JSON.stringify(await read(await planLink(shared(plan, false))), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    for (const secret of found) expect(text, `seed ${seed}`).not.toContain(secret)
  }
})

test('of an environment what looks secret is left out and told of, and the rest stays', async () => {
  const link = await read(await planLink(shared(machinePlan(), false)))
  const machine = placed(link.plan).find(({ workload }) => workload.type === 'zmachine')!.workload
  const { env } = machine.data as { env: Record<string, string> }
  expect(env).toEqual({
    ...open,
    SSH_KEY: '',
    ...Object.fromEntries(Object.keys(secrets).map((name) => [name, ''])),
    CONFIG: '{"smtp":{"password":""}}',
  })
  expect(toFillIn(link)).toEqual([
    'vm1: SSH_KEY',
    ...['ADMIN_PASSWORD', 'GITHUB_PAT', 'DATABASE_URL', 'WORDS', 'CERT', 'password'].map((name) => `vm1: ${name}`),
  ])
})

test('SSH keys stay where they were asked to', async () => {
  const link = await read(await planLink(shared(machinePlan(), true)))
  expect(JSON.stringify(link.plan)).toContain(ssh)
})

test('who opens a link gets keys of their own', async () => {
  const plan = machinePlan()
  const keys = (of: Plan) =>
    placed(of).flatMap(({ workload }) =>
      workload.type === 'network' ? [workload.data.wireguard_private_key, workload.data.mycelium!.hex_key] : [],
    )
  const link = await read(await planLink(shared(plan, false)))
  expect(keys(link.plan)).toEqual(['', ''])
  const fresh = keys(withNewKeys(link, chance))
  expect(fresh.map((key) => key.length)).toEqual([44, 64])
  for (const key of keys(plan)) expect(fresh).not.toContain(key)
})

test.each([
  ['https://example.org/deploy', 'This is no link to a plan: it has no #plan= in it.'],
  ['https://example.org/deploy/shared#plan=', 'This link is broken: copy all of it.'],
  ['#plan=%%%', 'This link is broken: copy all of it.'],
  ['#plan=AAAA', 'This link is broken: copy all of it.'],
])('%s is told to be none', async (link, words) => {
  expect(await readLink(link)).toEqual({ words })
})

test('a link that holds more than any plan is not unpacked to its end', async () => {
  const packed = new Blob(['x'.repeat(50_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const text = Buffer.from(await new Response(packed).arrayBuffer()).toString('base64url')
  expect(await readLink(`#plan=${text}`)).toEqual({ words: 'This link is broken: copy all of it.' })
})
