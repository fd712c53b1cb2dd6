import type { Problem } from './problem.ts'

const keyTypes = [
  'ssh-ed25519',
  'ssh-rsa',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'sk-ssh-ed25519@openssh.com',
  'sk-ecdsa-sha2-nistp256@openssh.com',
]

/** The keys of a pasted text, one a line as a machine wants them: stray spaces and blank lines are gone. */
export const sshKeys = (pasted: string): string => lines(pasted).join('\n')

const lines = (pasted: string) =>
  pasted
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean)

/** Why a machine could not be entered with these OpenSSH public keys. Nodes take any text. */
export function sshKeyProblem(pasted: string): Problem {
  const words = wrong(pasted)
  return words === undefined ? undefined : { said: '', words }
}

function wrong(pasted: string): string | undefined {
  const keys = lines(pasted)
  if (keys.length === 0) return 'Paste your public SSH key, or the machine lets nobody in'
  if (pasted.includes('PRIVATE KEY'))
    return 'This is a private key. Keep it to yourself; paste the one that ends in .pub'
  const where = (i: number) => (keys.length === 1 ? 'This' : `Line ${i + 1}`)
  for (const [i, key] of keys.entries()) {
    const [type = '', blob = ''] = key.split(' ')
    if (!keyTypes.includes(type)) return `${where(i)} is no public SSH key: one begins with ssh-ed25519 or ssh-rsa`
    if (!isWhole(type, blob)) return `${where(i)} is a key that was cut short or broken: copy all of it, on one line`
  }
  return undefined
}

/** Whether the base64 is fields one after the other, each after its length in 4 bytes, and the first names the type. */
function isWhole(type: string, blob: string): boolean {
  const bytes = decodeBase64(blob)
  if (!bytes) return false
  const view = new DataView(bytes.buffer)
  const fields: Uint8Array[] = []
  let at = 0
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint32(at)
    if (end > bytes.length) return false
    fields.push(bytes.subarray(at + 4, end))
    at = end
  }
  return at === bytes.length && fields.length > 1 && new TextDecoder().decode(fields[0]) === type
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
