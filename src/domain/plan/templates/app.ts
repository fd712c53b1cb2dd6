import type { Image } from '#domain/deployment/images.ts'
import type { Bytes } from '#domain/units.ts'
import type { Answers, Ask, Chance, Template } from '../template.ts'
import { domainAsk, gatewayName, named, nameAsk, owned } from './gateway.ts'
import { machineNode, nodeOf, sshAsk, sshKeyOf } from './machine-node.ts'

/** An official application of the catalogue, which serves the web from one machine. */
export type App = {
  id: string
  name: string
  makes: string
  flist: string
  /** Where it serves http inside the machine. */
  port: number
  cores: number
  memory: Bytes
  rootSize?: Bytes
  disks: { name: string; size: Bytes; mountpoint: string }[]
  asks?: Ask[]
  /** `domain` is where it will be found, maybe as a hole that is filled when its gateway's node is chosen. */
  env: (known: { domain: string; answers: Answers; chance: Chance; publicIp: boolean }) => Record<string, string>
}

/** How one is to reach it. */
const webAsks: Ask[] = [
  {
    kind: 'choice',
    name: 'web',
    label: 'Address',
    blank: 'name',
    options: [
      { value: 'name', words: 'A name on a gateway’s domain' },
      { value: 'domain', words: 'Own domain, through a gateway' },
      { value: 'public', words: 'Own domain, to a public IPv4 of its own' },
    ],
  },
  { ...nameAsk, when: { name: 'web', is: 'name' } },
  { ...domainAsk, when: { name: 'web', is: 'domain' } },
  {
    ...domainAsk,
    name: 'ownDomain',
    help: 'Point its A record at the machine’s address',
    when: { name: 'web', is: 'public' },
  },
]

export const app = ({ id, name: title, makes, flist, port, asks = [], env, ...size }: App): Template => ({
  id,
  name: title,
  kind: 'app',
  image: appImage(title, flist),
  makes,
  needs: 'An SSH key, and a name or a domain.',
  asks: [...webAsks, ...asks, sshAsk],
  plan: (name, answers, chance) => {
    const publicIp = answers['web'] === 'public'
    const domain = domainOf(answers)
    const machine = machineNode(
      {
        ...size,
        name: 'vm1',
        image: appImage(title, flist),
        publicIp,
        env: { SSH_KEY: sshKeyOf(answers), ...env({ domain, answers, chance, publicIp }) },
      },
      chance,
    )
    const backends = [`http://[{vm1.mycelium_ip}]:${port}`]
    const gateway =
      answers['web'] === 'name'
        ? [nodeOf([named(String(answers['subdomain']), backends)])]
        : answers['web'] === 'domain'
          ? [nodeOf([owned(domain, backends)])]
          : []
    return { name, solution: id, nodes: [machine, ...gateway] }
  },
})

const domainOf = (answers: Answers): string => {
  if (answers['web'] === 'name') return `{${gatewayName}.fqdn}`
  return String(answers[answers['web'] === 'domain' ? 'domain' : 'ownDomain'])
}

/** Applications run on the node's kernel and begin with its init. */
export const appImage = (name: string, flist: string): Image => ({
  name,
  flist,
  entrypoint: '/sbin/zinit init',
  kind: 'micro',
})
