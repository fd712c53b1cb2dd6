import { createRequire } from 'node:module'
import process from 'node:process'
import type { Workload } from '#domain/deployment/deployment.ts'
import { deployment, hashesASecond, sizes, type Published } from './hash.ts'

/**
 * The published `@threefold/grid_client`, wherever it is installed, as it comes. Run by `hash.ts`; says what it saw as one
 * line of JSON.
 */
type Model = new () => object
type Package = Record<
  | 'Deployment'
  | 'SignatureRequirement'
  | 'SignatureRequest'
  | 'Workload'
  | 'Zmount'
  | 'Zmachine'
  | 'ZmachineNetwork'
  | 'ZNetworkInterface'
  | 'ComputeCapacity'
  | 'Mount',
  Model
>

const published = createRequire(`${process.argv[2]}/package.json`)('@threefold/grid_client') as Package
/** Its models know how to hash themselves, so plain data has to become them. */
const as = (model: keyof Package, data: object) => Object.assign(new published[model](), data)

function toModel(workload: Workload): object {
  if (workload.type === 'zmount') return as('Workload', { ...workload, data: as('Zmount', workload.data) })
  if (workload.type !== 'zmachine') throw new Error(`no model for ${workload.type}`)
  const { data } = workload
  return as('Workload', {
    ...workload,
    data: as('Zmachine', {
      ...data,
      network: as('ZmachineNetwork', {
        ...data.network,
        interfaces: data.network.interfaces.map((one) => as('ZNetworkInterface', one)),
      }),
      compute_capacity: as('ComputeCapacity', data.compute_capacity),
      mounts: (data.mounts ?? []).map((mount) => as('Mount', mount)),
    }),
  })
}

const rates: Published = sizes.map((size) => {
  const subject = deployment(size)
  const { signature_requirement } = subject
  const model = as('Deployment', {
    ...subject,
    signature_requirement: as('SignatureRequirement', {
      ...signature_requirement,
      requests: signature_requirement.requests.map((request) => as('SignatureRequest', request)),
    }),
    workloads: subject.workloads.map(toModel),
  }) as { challenge_hash: () => string }
  return { hash: model.challenge_hash(), hashes: hashesASecond(() => model.challenge_hash()) }
})
console.log(JSON.stringify(rates))
