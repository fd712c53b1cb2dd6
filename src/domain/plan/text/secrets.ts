import { exactJson, readJson } from '#domain/json-text.ts'
import { sshKeyProblem } from '#domain/ssh.ts'
import type { Path } from './shaped.ts'

/**
 * What of a plan is nobody else's business. `made`: keys that are made by chance, and can be made again. `typed`: what
 * somebody chose or got elsewhere. `person`: public SSH keys, which are no secrets and yet say who somebody is.
 */
export type SecretKind = 'made' | 'typed' | 'person'

/** Keys that this app makes itself, by the names of their members in network and machine workloads. */
const made = ['wireguard_private_key', 'hex_key', 'hex_seed']

/** Members and variables that hold secrets, going by their names. */
const secretName =
  /pass|secret|token|credential|mnemonic|seed|private|bearer|auth|salt|(?<!public_)(?<!^)key|^key$|apikey|_pw$|_pat$|dsn/i

/** Names that look like it and are not. */
const harmless = /^(ssh_?keys?|.*public_?key.*|wireguard_public_key|authors?|auth_?(url|type|method|mode|enabled))$/i

/** Secrets that are known by what they look like: key files, tokens, phrases, addresses with a password in them. */
const secretValue = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /^[\w-]+\.[\w-]+\.[\w-]{20,}$/,
  /^(?=.*\d)(?=.*[a-zA-Z])[A-Za-z0-9+/_-]{32,}={0,2}$/,
  /^([a-z]{3,8}\s+){11,23}[a-z]{3,8}$/,
  /^[\w+.-]+:\/\/[^/\s@]*:[^/\s@]+@/,
  /\b(password|passwd|token|secret|api-?key)[= ]\S/i,
  /[?&](token|key|secret|password|signature|sig)=[^&]/i,
]

/** What kind of secret a member holds; `undefined` of what everyone may read. */
export function secretKind(name: string, value: string): SecretKind | undefined {
  if (value === '') return undefined
  if (made.includes(name)) return 'made'
  if (sshKeyProblem(value) === undefined) return 'person'
  if (harmless.test(name)) return undefined
  return secretName.test(name) || secretValue.some((looks) => looks.test(value.trim())) ? 'typed' : undefined
}

export type Secret = { kind: SecretKind; path: Path; value: string }

/** The value with every secret in it, at whatever depth, replaced by what `replace` says. Texts of JSON are looked into. */
export const replaceSecrets = <T>(value: T, replace: (secret: Secret) => string, path: Path = []): T =>
  inside(value, path, replace) as T

function inside(value: unknown, path: Path, replace: (secret: Secret) => string): unknown {
  if (typeof value === 'string') return insideText(value, path, replace)
  if (Array.isArray(value)) return value.map((item: unknown, i) => inside(item, [...path, i], replace))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, held]) => [name, inside(held, [...path, name], replace)])
  return Object.fromEntries(members) as object
}

function insideText(text: string, path: Path, replace: (secret: Secret) => string): string {
  const json = jsonIn(text)
  if (json !== undefined) {
    let found = false
    const next = inside(json, path, (secret) => {
      found = true
      return replace(secret)
    })
    return found ? exactJson(next) : text
  }
  const name = String(path.findLast((step) => typeof step === 'string') ?? '')
  const kind = secretKind(name, text)
  return kind ? replace({ kind, path, value: text }) : text
}

/** What clients write into metadata. */
function jsonIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return readJson(text) as object
  } catch {
    return undefined
  }
}
