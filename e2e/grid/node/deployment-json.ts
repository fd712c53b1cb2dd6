import type { Deployment, Signature, SignatureRequest, Workload } from '#domain/deployment/deployment.ts'
import { flag, integer, text, type Integer } from '#domain/go-text.ts'

type Members = (name: string) => unknown

/** The members of a JSON object as Go matches them to a struct: whatever their case, the last one wins. */
function members(value: unknown, type: string): Members {
  if (value === null || value === undefined) return () => undefined
  if (typeof value !== 'object' || Array.isArray(value))
    throw new TypeError(
      `json: cannot unmarshal ${Array.isArray(value) ? 'array' : typeof value} into Go value of type ${type}`,
    )
  const byName = new Map(Object.entries(value).map(([key, member]) => [key.toLowerCase(), member]))
  return (name) => byName.get(name)
}

function items(value: unknown, type: string): unknown[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) throw new TypeError(`json: cannot unmarshal ${typeof value} into Go value of type ${type}`)
  return value
}

// The printers of the hash are also Go's readers: they know its zero values and its refusals.
const whole = (value: unknown, type: Parameters<typeof integer>[1]) => Number(integer(value as number, type))
const words = (value: unknown) => text(value as string)

/** A whole number of 64 bits, to the last digit. */
function wide(value: unknown, type: 'int64' | 'uint64'): Integer {
  const exact = BigInt(integer(value as Integer, type))
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact
}

const truth = (value: unknown) => flag(value as boolean) === 'true'

function request(value: unknown): SignatureRequest {
  const of = members(value, 'gridtypes.SignatureRequest')
  return {
    twin_id: whole(of('twin_id'), 'uint32'),
    required: truth(of('required')),
    weight: wide(of('weight'), 'uint64'),
  }
}

function signature(value: unknown): Signature {
  const of = members(value, 'gridtypes.Signature')
  return {
    twin_id: whole(of('twin_id'), 'uint32'),
    signature: words(of('signature')),
    signature_type: words(of('signature_type')),
  }
}

/** The node keeps `data` as it came, members that it does not know included. */
function workload(value: unknown): Workload {
  const of = members(value, 'gridtypes.Workload')
  return {
    version: whole(of('version'), 'uint32'),
    name: words(of('name')),
    type: words(of('type')),
    data: of('data') ?? {},
    metadata: words(of('metadata')),
    description: words(of('description')),
  } as Workload
}

/**
 * Reads a deployment as a node does: unknown members are passed over, absent ones are zero. Looser than Go in a workload's
 * data, whose members it takes only in their own case.
 *
 * Source: Go encoding/json; zosbase pkg/gridtypes/deployment.go
 * @throws TypeError in Go's words
 */
export function readDeployment(value: unknown): Deployment {
  const of = members(value, 'gridtypes.Deployment')
  const requirement = members(of('signature_requirement'), 'gridtypes.SignatureRequirement')
  const expiration = of('expiration')
  return {
    version: whole(of('version'), 'uint32'),
    twin_id: whole(of('twin_id'), 'uint32'),
    contract_id: whole(of('contract_id'), 'uint64'),
    metadata: words(of('metadata')),
    description: words(of('description')),
    expiration: typeof expiration === 'string' ? expiration : wide(expiration, 'int64'),
    signature_requirement: {
      requests: items(requirement('requests'), '[]gridtypes.SignatureRequest').map(request),
      weight_required: wide(requirement('weight_required'), 'uint64'),
      signatures: items(requirement('signatures'), '[]gridtypes.Signature').map(signature),
      signature_style: words(requirement('signature_style')),
    },
    workloads: items(of('workloads'), '[]gridtypes.Workload').map(workload),
  }
}

/** The contract that a request is about, 0 when it names none. @throws TypeError in Go's words */
export const readContractId = (payload: unknown): number =>
  whole(members(payload, 'struct { ContractID uint64 }')('contract_id'), 'uint64')

/** @throws TypeError in Go's words */
export const readNetworkName = (payload: unknown): string =>
  words(members(payload, 'struct { NetworkName string }')('network_name'))
