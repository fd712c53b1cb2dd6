import type { Plan } from '../plan.ts'
import { block, escaped, is, quote, type Hcl } from './hcl.ts'
import { secretKind } from './secrets.ts'

/** What a plan is said in for Terraform: variables for what is secret or not chosen, references for what is awaited. */
export type Words = {
  /** A text, or the variable that stands for it when it is a secret. `of` and `name` are what the variable is called by. */
  text: (value: string, of: string, name: string) => string
  /** A node's id, or the variable for it. `i` is its place in the plan. */
  node: (i: number) => string
  /** The variables that were used. */
  variables: () => Hcl[]
}

/** @param reference what stands for `{vm1.ip}`, `undefined` for what is no hole */
export function words(plan: Plan, reference: (name: string, member: string) => string | undefined): Words {
  const used = new Map<string, Hcl>()
  const secrets = new Map<string, string>()
  const variable = (wanted: string, body: Hcl[]) => {
    let name = identifier(wanted)
    for (let n = 2; used.has(name); n++) name = `${identifier(wanted)}_${n}`
    used.set(name, block(`variable ${quote(name)}`, body))
    return `var.${name}`
  }
  const secret = (value: string, of: string, name: string) => {
    const about = name in bytes ? [is('description', quote(`${bytes[name]} bytes in hex`))] : []
    const known =
      secrets.get(value) ?? variable(`${of}_${name}`, [is('type', 'string'), ...about, is('sensitive', 'true')])
    secrets.set(value, known)
    return known
  }
  const open = new Map<number, string>()
  return {
    text: (value, of, name) => {
      const kind = secretKind(name, value)
      if (kind === 'made' || kind === 'typed') return secret(value, of, name)
      const parts = value.split(/(\{\w+\.\w+\})/).filter(Boolean)
      const referred = (part: string) => {
        const [, from, member] = /^\{(\w+)\.(\w+)\}$/.exec(part) ?? []
        return from === undefined ? undefined : reference(from, member!)
      }
      const said = parts.map((part) => {
        const found = referred(part)
        return found === undefined ? escaped(part) : `\${${found}}`
      })
      return (parts.length === 1 && referred(parts[0]!)) || `"${said.join('')}"`
    },
    node: (i) => {
      const { node } = plan.nodes[i]!
      if (node !== null) return String(node)
      const known =
        open.get(i) ?? variable(`node_${i + 1}`, [is('type', 'number'), is('description', quote('Id of the node'))])
      open.set(i, known)
      return known
    },
    variables: () => [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
  }
}

/** How long keys are that somebody has to make. */
const bytes: Record<string, number> = { hex_key: 32, hex_seed: 6, key: 32 }

/** `shop-prod → shop_prod`: what may name something in Terraform. */
export const identifier = (text: string): string => text.replace(/\W+/g, '_').replace(/^(?=\d|$)/, '_')
