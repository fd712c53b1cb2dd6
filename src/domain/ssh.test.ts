import { expect, test } from 'vitest'
import { sshKeyProblem, sshKeys } from './ssh.ts'

/** The wire form of a public key: fields after their lengths. */
function blob(...fields: (string | number)[]): string {
  const bytes = fields.flatMap((field) => {
    const content = typeof field === 'string' ? [...field].map((c) => c.charCodeAt(0)) : Array<number>(field).fill(7)
    return [0, 0, content.length >> 8, content.length & 255, ...content]
  })
  return btoa(String.fromCharCode(...bytes))
}

const ed25519 = `ssh-ed25519 ${blob('ssh-ed25519', 32)}`
const rsa = `ssh-rsa ${blob('ssh-rsa', 3, 257)} me@home`
const ecdsa = `ecdsa-sha2-nistp256 ${blob('ecdsa-sha2-nistp256', 'nistp256', 65)}`

test.each([ed25519, rsa, ecdsa, `  ${ed25519}\t me \r\n\n${rsa}\n`])('takes %j', (pasted) =>
  expect(sshKeyProblem(pasted)).toBeUndefined(),
)

test('stray space goes, keys stay one a line', () => {
  expect(sshKeys(` ${ed25519}  me \r\n\r\n\t${ecdsa}\n`)).toBe(`${ed25519} me\n${ecdsa}`)
})

test.each([
  ['', 'Paste your public SSH key'],
  [' \n ', 'Paste your public SSH key'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl', 'This is a private key'],
  ['hello', 'This is no public SSH key'],
  [`${ed25519}\nhello`, 'Line 2 is no public SSH key'],
  ['ssh-ed25519', 'This is a key that was cut short'],
  ['ssh-ed25519 ???', 'This is a key that was cut short'],
  ['ssh-ed25519 AAAA', 'This is a key that was cut short'],
  [ed25519.slice(0, -8), 'This is a key that was cut short'],
  [`ssh-ed25519 ${blob('ssh-ed25519')}`, 'This is a key that was cut short'],
  [`ssh-rsa ${blob('ssh-ed25519', 32)}`, 'This is a key that was cut short'],
])('%j is refused with words for a person', (pasted, words) => {
  const problem = sshKeyProblem(pasted)
  expect(problem?.words).toContain(words)
  expect(problem?.said).toBe('')
})
