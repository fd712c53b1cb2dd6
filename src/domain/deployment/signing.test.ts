import { expect, test } from 'vitest'
import type { Deployment, Signature, SignatureRequest } from './deployment.ts'
import { requirementProblem, type Verify } from './signing.ts'

const signature = '07'.repeat(64)
const me: SignatureRequest = { twin_id: 7, required: false, weight: 1 }
const friend: SignatureRequest = { twin_id: 42, required: false, weight: 2 }
const by = (twin_id: number, text = signature, signature_type = 'sr25519'): Signature => ({
  twin_id,
  signature: text,
  signature_type,
})

const deployment = (requests: SignatureRequest[], signatures: Signature[], weight_required = 1): Deployment => ({
  version: 0,
  twin_id: 7,
  contract_id: 1,
  metadata: '',
  description: '',
  expiration: 0,
  signature_requirement: { requests, signatures, weight_required },
  workloads: [],
})

const byAll: Verify = (_twin, _type, _message, bytes) => bytes.length === 64

test.each([
  { why: 'its twin signed', problem: undefined, of: deployment([me], [by(7)]) },
  { why: 'all signed', problem: undefined, of: deployment([me, friend], [by(42), by(7)], 3) },
  { why: 'upper-case hex is hex', problem: undefined, of: deployment([me], [by(7, 'AB'.repeat(64))]) },
  { why: 'nobody signed', problem: "missing required signature for twin '7'", of: deployment([me], []) },
  {
    why: 'one who must sign did not',
    problem: "missing required signature for twin '42'",
    of: deployment([me, { ...friend, required: true }], [by(7)]),
  },
  {
    why: 'one who need not sign did not',
    problem: 'failed to verify signature',
    of: deployment([me, friend], [by(7)]),
  },
  {
    why: 'the signature has 0x before it',
    problem: "invalid signature: encoding/hex: invalid byte: U+0078 'x'",
    of: deployment([me], [by(7, `0x${signature}`)]),
  },
  {
    why: 'its twin is not asked',
    problem: 'originator twin id must be in the signature requests',
    of: deployment([friend], [by(42)]),
  },
  { why: 'nobody is asked', problem: 'originator twin id must be in the signature requests', of: deployment([], []) },
  {
    why: 'all signed but weigh too little',
    problem: 'required signature weight is not reached',
    of: deployment([me], [by(7)], 2),
  },
])('$problem, since $why', ({ of, problem }) => expect(requirementProblem(of, byAll)).toBe(problem))

test('a wrong signature and an unknown twin are told apart', () => {
  const signed = deployment([me], [by(7)])
  expect(requirementProblem(signed, () => false)).toBe('failed to verify signature')
  expect(requirementProblem(signed, () => undefined)).toBe("failed to get public key for twin '7'")
})

test('the first signature of a twin counts, over 64 bytes, and any type but sr25519 is ed25519', () => {
  const asked: unknown[] = []
  const noting: Verify = (twin, type, message, bytes) => asked.push([twin, type, message.length, bytes.length]) > 0
  requirementProblem(deployment([me], [by(7, `${signature}ff`), by(7, '')]), noting)
  requirementProblem(deployment([me], [by(7, `${signature}ff`, '')]), noting)
  expect(asked).toEqual([
    [7, 'sr25519', 16, 64],
    [7, 'ed25519', 16, 65],
  ])
})
